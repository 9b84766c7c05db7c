// A logo, a picture and words as a shop of its own might have them.
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><rect width="300" height="120" rx="24" fill="#5b3a29"/>
  <path d="M50 38h44v26a22 22 0 0 1-44 0zM94 44h8a12 12 0 0 1 0 24h-8M46 92h60" fill="none" stroke="#fff" stroke-width="7"/>
  <path d="M134 44h120M134 66h86M134 88h104" stroke="#fff" stroke-width="10" stroke-linecap="round"/></svg>`;
export const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000" preserveAspectRatio="xMidYMid slice"><defs>
  <linearGradient id="a" x2="1" y2="1"><stop stop-color="#e9b487"/><stop offset=".5" stop-color="#a8623c"/><stop offset="1" stop-color="#2c1a12"/></linearGradient></defs>
  <rect width="1600" height="1000" fill="url(#a)"/><circle cx="1150" cy="380" r="300" fill="#f6ead9"/><circle cx="1150" cy="380" r="225" fill="#5a331e"/>
  <path d="M1030 380q120-150 240 0q-120 150-240 0z" fill="#e8c9a0"/><circle cx="330" cy="720" r="190" fill="#fff" opacity=".55"/></svg>`;

/** As much as a shop can say while nobody pays. */
export const words = `Åpent til 18.00, i helgene til klokka 16
I dag: to nystekte kanelboller for 60 kr
Spør oss gjerne om allergener i bakverk
Frokost fra klokken 7, lunsj fra kl. 11
Vi holder stengt på alle helligdager`;

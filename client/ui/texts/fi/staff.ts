import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/proof.ts';

export const staff: Texts['staff'] = {
  role: 'Rooli',
  roleHelp: {
    cashier: 'Ottaa vastaan maksuja, peruu ja näkee maksut.',
    manager: 'Voi myös hyväksyä hyvityksiä, tehdä päivän tilityksen ja hallita käyttäjiä.',
  },
  shop: 'Myymälä',
  allShops: 'Kaikki myymälät',
  chooseShop: 'Valitse myymälä',
  shopRule: 'Valitse yksi myymälä tai kaikki myymälät.',
  list: 'Ketkä voivat kirjautua sisään',
  lastSignIn: (when) => `Kirjautunut viimeksi ${when}`,
  neverSignedIn: 'Ei ole vielä kirjautunut',
  locked: (when) =>
    `Lukittu ${when}, koska PIN-koodi on ollut liian monta kertaa väärin. Laitteilla, joilla on kirjauduttu tällä nimellä aiemmin, se onnistuu yhä.`,
  unlock: 'Avaa lukitus',
  unlocked: (name) => `${name} voi taas kirjautua sisään kaikilla laitteilla.`,
  add: 'Lisää henkilö',
  addButton: 'Lisää',
  added: (name) => `${name} voi nyt kirjautua sisään.`,
  nameTaken: 'Nimi on käytössä, on ollut käytössä tai muistuttaa toista. Valitse toinen nimi.',
  newPin: 'Uusi PIN-koodi',
  newPinFor: (name) => `Uusi PIN-koodi: ${name}`,
  setPin: 'Tallenna PIN-koodi',
  pinSet: (name) => `${name} sai uuden PIN-koodin.`,
  remove: 'Poista',
  removeQuestion: (name) => `Poistetaanko ${name}? Hänet kirjataan heti ulos kaikkialta.`,
  removeYes: 'Kyllä, poista',
  back: 'Takaisin',
  lastManager: 'Tämä on viimeinen esihenkilö. Lisää ensin toinen.',
  gone: 'Tämä henkilö on jo poistettu.',
  loading: 'Ladataan…',
  sessions: {
    title: 'Kirjautuneena',
    used: (when) => `Viimeksi käytetty ${when}`,
    own: 'Tämä selain',
    unknown: 'Tuntematon selain',
    end: 'Kirjaa ulos',
    endOn: (where) => `Kirjaa ulos: ${where}`,
    ended: (name) => `${name} on kirjattu siellä ulos.`,
  },
  proof: (name) =>
    `${name}, tämä muuttaa sitä, kuka voi kirjautua sisään. PIN-koodi on voimassa 5 minuuttia.`,
};

// What the list of tills says, and the page that says that there is none: they belong to no till, so they speak the browser's language.
import type { Request } from 'express';

/** A sentence with a link in it. */
export type Linked = { readonly before: string; readonly link: string; readonly after: string };

export type HomeTexts = {
  readonly cashier: string;
  readonly display: string;
  readonly endOfDay: string;
  readonly staff: string;
  /** Leads to the simulated phone. */
  readonly demo: Linked;
  /** For a manager of a shop without a display. */
  readonly next: {
    readonly heading: string;
    /** `address` is that of this server for a tablet. */
    readonly tablet: (address: string) => string;
    /** The same while no tablet can reach it. */
    readonly noTablet: string;
    readonly staff: Linked;
  };
  readonly notFound: { readonly title: string; readonly heading: string; readonly text: Linked };
};

const en: HomeTexts = {
  cashier: 'Cashier',
  display: 'Customer display',
  endOfDay: 'End of day',
  staff: 'Staff',
  demo: {
    before:
      'No money moves here. Open the cashier and the display side by side, charge an amount, then play the customer on the ',
    link: 'simulated phone',
    after: '.',
  },
  next: {
    heading: 'What comes next',
    tablet: (address) =>
      `On the tablet that faces the customer, open ${address}/display. It shows a code: enter it in the cashier, under Displays.`,
    noTablet:
      'No tablet can reach this server yet: set HOST or PUBLIC_URL where it runs, and start it again. Then open /display on the tablet that faces the customer, and enter the code that it shows in the cashier, under Displays.',
    staff: { before: 'Let others sign in: add them under ', link: 'Staff', after: '.' },
  },
  notFound: {
    title: 'Not found',
    heading: 'There is nothing here',
    text: { before: 'Check the address, or start from ', link: 'the list of tills', after: '.' },
  },
};

const nb: HomeTexts = {
  cashier: 'Kasse',
  display: 'Kundeskjerm',
  endOfDay: 'Dagsoppgjør',
  staff: 'Ansatte',
  demo: {
    before:
      'Her flyttes ingen penger. Åpne kassen og kundeskjermen ved siden av hverandre, slå inn et beløp og ta betalt, og spill kunde på ',
    link: 'den simulerte telefonen',
    after: '.',
  },
  next: {
    heading: 'Dette er neste steg',
    tablet: (address) =>
      `Åpne ${address}/display på nettbrettet som vender mot kunden. Det viser en kode: Skriv den inn i kassen, under Kundeskjermer.`,
    noTablet:
      'Ingen nettbrett når denne serveren ennå: Sett HOST eller PUBLIC_URL der den kjører, og start den på nytt. Åpne så /display på nettbrettet som vender mot kunden, og skriv koden det viser inn i kassen, under Kundeskjermer.',
    staff: { before: 'La andre logge inn: Legg dem til under ', link: 'Ansatte', after: '.' },
  },
  notFound: {
    title: 'Ikke funnet',
    heading: 'Her er det ingenting',
    text: { before: 'Sjekk adressen, eller begynn med ', link: 'listen over kasser', after: '.' },
  },
};

const da: HomeTexts = {
  cashier: 'Kasse',
  display: 'Kundeskærm',
  endOfDay: 'Dagsopgørelse',
  staff: 'Personale',
  demo: {
    before:
      'Her flyttes ingen penge. Åbn kassen og kundeskærmen ved siden af hinanden, opkræv et beløb, og spil kunde på ',
    link: 'den simulerede telefon',
    after: '.',
  },
  next: {
    heading: 'Det næste er',
    tablet: (address) =>
      `Åbn ${address}/display på den tablet, der vender mod kunden. Den viser en kode: Indtast den i kassen, under Kundeskærme.`,
    noTablet:
      'Ingen tablet kan nå denne server endnu: Sæt HOST eller PUBLIC_URL, hvor den kører, og start den igen. Åbn så /display på den tablet, der vender mod kunden, og indtast den kode, den viser, i kassen, under Kundeskærme.',
    staff: { before: 'Lad andre logge ind: Tilføj dem under ', link: 'Personale', after: '.' },
  },
  notFound: {
    title: 'Ikke fundet',
    heading: 'Her er der ikke noget',
    text: { before: 'Tjek adressen, eller begynd med ', link: 'listen over kasser', after: '.' },
  },
};

const sv: HomeTexts = {
  cashier: 'Kassa',
  display: 'Kundskärm',
  endOfDay: 'Dagsavslut',
  staff: 'Personal',
  demo: {
    before:
      'Här flyttas inga pengar. Öppna kassan och kundskärmen bredvid varandra, slå in ett belopp och ta betalt, och spela kund på ',
    link: 'den simulerade telefonen',
    after: '.',
  },
  next: {
    heading: 'Så här går du vidare',
    tablet: (address) =>
      `Öppna ${address}/display på surfplattan som är vänd mot kunden. Den visar en kod: skriv in den i kassan, under Kundskärmar.`,
    noTablet:
      'Ingen surfplatta når den här servern ännu: ange HOST eller PUBLIC_URL där den körs och starta den igen. Öppna sedan /display på surfplattan som är vänd mot kunden och skriv in koden som den visar i kassan, under Kundskärmar.',
    staff: { before: 'Låt andra logga in: lägg till dem under ', link: 'Personal', after: '.' },
  },
  notFound: {
    title: 'Hittades inte',
    heading: 'Här finns ingenting',
    text: { before: 'Kontrollera adressen eller börja från ', link: 'listan över kassor', after: '.' },
  },
};

const fi: HomeTexts = {
  cashier: 'Kassa',
  display: 'Asiakasnäyttö',
  endOfDay: 'Päivän tilitys',
  staff: 'Henkilökunta',
  demo: {
    before: 'Täällä ei liiku rahaa. Avaa kassa ja asiakasnäyttö vierekkäin, pyydä maksu ja esitä asiakasta ',
    link: 'simuloidulla puhelimella',
    after: '.',
  },
  next: {
    heading: 'Mitä seuraavaksi',
    tablet: (address) =>
      `Avaa asiakkaaseen päin olevalla tabletilla osoite ${address}/display. Siihen tulee koodi: syötä se kassalla kohdassa Asiakasnäytöt.`,
    noTablet:
      'Mikään tabletti ei vielä tavoita tätä palvelinta: aseta HOST tai PUBLIC_URL siellä, missä se toimii, ja käynnistä se uudelleen. Avaa sitten asiakkaaseen päin olevalla tabletilla /display ja syötä siihen tuleva koodi kassalla kohdassa Asiakasnäytöt.',
    staff: { before: 'Lisää muut kirjautujat kohdassa ', link: 'Henkilökunta', after: '.' },
  },
  notFound: {
    title: 'Ei löytynyt',
    heading: 'Täällä ei ole mitään',
    text: { before: 'Tarkista osoite tai aloita ', link: 'kassojen luettelosta', after: '.' },
  },
};

// Norwegian goes by three names. The first is for who accepts anything.
const spoken: Readonly<Record<string, HomeTexts>> = { en, nb, no: nb, nn: nb, da, sv, fi };

export type Spoken = { readonly lang: string; readonly texts: HomeTexts };

/** In the language that the browser asks for, or English. */
export function homeTextsFor(request: Pick<Request, 'acceptsLanguages'>): Spoken {
  const asked = request.acceptsLanguages(Object.keys(spoken)) || 'en';
  const texts = spoken[asked] ?? en;
  return { lang: texts === nb ? 'nb' : asked, texts };
}

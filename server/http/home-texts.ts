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

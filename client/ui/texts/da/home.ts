import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/tablets.ts';

export const home: Texts['home'] = {
  cashier: 'Kasse',
  display: 'Kundeskærm',
  demo: 'Her flyttes ingen penge. Åbn kassen og kundeskærmen ved siden af hinanden, opkræv et beløb, og spil kunde på [den simulerede telefon].',
  next: {
    heading: 'Næste skridt',
    tablet:
      'Åbn adressen herunder på den tablet, der vender mod kunden, eller scan den med kameraet. Så viser tabletten en kode: Indtast den i kassen, under Kundeskærme.',
    noTablet:
      'Ingen tablet kan nå denne server endnu: Sæt HOST eller PUBLIC_URL, hvor den kører, og start den igen. Åbn så /display på den tablet, der vender mod kunden, og indtast den kode, den viser, i kassen, under Kundeskærme.',
    staff: 'Lad andre logge ind: Tilføj dem under [Personale].',
  },
};

export const notFound: Texts['notFound'] = {
  title: 'Ikke fundet',
  heading: 'Her er der ikke noget',
  text: 'Tjek adressen, eller begynd med [listen over kasser].',
};

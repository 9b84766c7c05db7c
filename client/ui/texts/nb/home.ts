import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/tablets.ts';

export const home: Texts['home'] = {
  cashier: 'Kasse',
  display: 'Kundeskjerm',
  demo: 'Her flyttes ingen penger. Åpne kassen og kundeskjermen ved siden av hverandre, tast inn et beløp og ta betalt, og spill kunde på [den simulerte telefonen].',
  next: {
    heading: 'Neste steg',
    tablet:
      'Åpne adressen under på nettbrettet som vender mot kunden, eller skann den med kameraet. Da viser nettbrettet en kode: Skriv den inn i kassen, under Kundeskjermer.',
    noTablet:
      'Ingen nettbrett når denne serveren ennå: Sett HOST eller PUBLIC_URL der den kjører, og start den på nytt. Åpne så /display på nettbrettet som vender mot kunden, og skriv koden det viser inn i kassen, under Kundeskjermer.',
    staff: 'La andre logge inn: Legg dem til under [Ansatte].',
  },
};

export const notFound: Texts['notFound'] = {
  title: 'Ikke funnet',
  heading: 'Her er det ingenting',
  text: 'Sjekk adressen, eller begynn med [listen over kasser].',
};

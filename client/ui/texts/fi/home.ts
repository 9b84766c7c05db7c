import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/tablets.ts';

export const home: Texts['home'] = {
  cashier: 'Kassa',
  display: 'Asiakasnäyttö',
  demo: 'Täällä ei liiku rahaa. Avaa kassa ja asiakasnäyttö vierekkäin, pyydä maksu ja esitä asiakasta [simuloidulla puhelimella].',
  next: {
    heading: 'Mitä seuraavaksi',
    tablet:
      'Avaa alla oleva osoite asiakkaaseen päin olevalla tabletilla tai skannaa se kameralla. Tablettiin tulee koodi: syötä se kassalla kohdassa Asiakasnäytöt.',
    noTablet:
      'Mikään tabletti ei vielä tavoita tätä palvelinta: aseta HOST tai PUBLIC_URL siellä, missä se toimii, ja käynnistä se uudelleen. Avaa sitten asiakkaaseen päin olevalla tabletilla /display ja syötä siihen tuleva koodi kassalla kohdassa Asiakasnäytöt.',
    staff: 'Anna muidenkin kirjautua: lisää heidät kohdassa [Henkilökunta].',
  },
};

export const notFound: Texts['notFound'] = {
  title: 'Ei löytynyt',
  heading: 'Täällä ei ole mitään',
  text: 'Tarkista osoite tai aloita [kassojen luettelosta].',
};

import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

export const reports: Texts['reports'] = {
  period: 'Jakso',
  kinds: { day: 'Päivä', week: 'Viikko', month: 'Kuukausi', own: 'Oma jakso' },
  from: 'Alkaen',
  to: 'Asti',
  before: 'Edellinen jakso',
  after: 'Seuraava jakso',
  shop: 'Myymälä',
  columns: { sales: 'Myynnit', sold: 'Myyty', refunded: 'Hyvitetty', net: 'Netto' },
  by: {
    days: 'Päivittäin',
    tills: 'Kassoittain',
    people: 'Myyjittäin',
    hours: 'Tunneittain',
    weekdays: 'Viikonpäivittäin',
  },
  table: 'Taulukkona',
  nobody: 'Ei tiedossa',
  program: (name) => `${name} (kassajärjestelmä)`,
  nothing: 'Tällä jaksolla ei myyty mitään.',
  counts:
    'Raha lasketaan silloin, kun se liikkuu, kuten päivän tilityksessä. Hyvitys lasketaan sille, joka myi hyvitettävän.',
  most: (what, when, amount) => `${what}. Eniten: ${when}, ${amount}`,
  loading: 'Lasketaan…',
  tooLong: 'Raportti koskee enintään 366 päivää.',
};

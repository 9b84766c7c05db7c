import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

export const reports: Texts['reports'] = {
  period: 'Period',
  kinds: { day: 'Dag', week: 'Vecka', month: 'Månad', own: 'Egen period' },
  from: 'Från',
  to: 'Till',
  before: 'Perioden före',
  after: 'Perioden efter',
  shop: 'Butik',
  columns: { sales: 'Köp', sold: 'Sålt', refunded: 'Återbetalt', net: 'Netto' },
  by: {
    days: 'Per dag',
    tills: 'Per kassa',
    people: 'Per person',
    hours: 'Per timme',
    weekdays: 'Per veckodag',
  },
  table: 'Som tabell',
  nobody: 'Okänd',
  program: (name) => `${name} (kassasystem)`,
  nothing: 'Inget såldes under den här perioden.',
  counts:
    'Pengar räknas när de flyttas, som i dagsavslutet. En återbetalning räknas för den som sålde det som återbetalas.',
  most: (what, when, amount) => `${what}. Mest: ${when}, ${amount}`,
  loading: 'Räknar ihop…',
  tooLong: 'En rapport gäller högst 366 dagar.',
};

import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

export const reports: Texts['reports'] = {
  period: 'Periode',
  kinds: { day: 'Dag', week: 'Uke', month: 'Måned', own: 'Egen periode' },
  from: 'Fra',
  to: 'Til',
  before: 'Perioden før',
  after: 'Perioden etter',
  shop: 'Butikk',
  columns: { sales: 'Salg', sold: 'Solgt', refunded: 'Refundert', net: 'Netto' },
  by: {
    days: 'Per dag',
    tills: 'Per kasse',
    people: 'Per person',
    hours: 'Per time',
    weekdays: 'Per ukedag',
  },
  table: 'Som tabell',
  nobody: 'Ikke kjent',
  program: (name) => `${name} (kassesystem)`,
  nothing: 'Ingenting ble solgt i denne perioden.',
  counts:
    'Penger teller når de flyttes, som i dagsoppgjøret. En refusjon teller for den som solgte det som refunderes.',
  most: (what, when, amount) => `${what}. Mest: ${when}, ${amount}`,
  loading: 'Regner sammen…',
  tooLong: 'En rapport gjelder høyst 366 dager.',
};

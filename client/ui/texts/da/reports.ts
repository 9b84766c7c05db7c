import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

export const reports: Texts['reports'] = {
  period: 'Periode',
  kinds: { day: 'Dag', week: 'Uge', month: 'Måned', own: 'Egen periode' },
  from: 'Fra',
  to: 'Til',
  before: 'Perioden før',
  after: 'Perioden efter',
  shop: 'Butik',
  columns: { sales: 'Salg', sold: 'Solgt', refunded: 'Refunderet', net: 'Netto' },
  by: {
    days: 'Pr. dag',
    tills: 'Pr. kasse',
    people: 'Pr. person',
    hours: 'Pr. time',
    weekdays: 'Pr. ugedag',
  },
  table: 'Som tabel',
  nobody: 'Ukendt',
  program: (name) => `${name} (kassesystem)`,
  nothing: 'Intet blev solgt i denne periode.',
  counts:
    'Penge tæller, når de flyttes, som i dagsopgørelsen. En refundering tæller for den, der solgte det, som refunderes.',
  most: (what, when, amount) => `${what}. Mest: ${when}, ${amount}`,
  loading: 'Lægger sammen…',
  tooLong: 'En rapport gælder højst 366 dage.',
};

// What the page of reports says; amounts come as the locale writes them.
export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';

export const reports = {
  period: 'Period',
  kinds: { day: 'Day', week: 'Week', month: 'Month', own: 'Own period' },
  from: 'From',
  to: 'To',
  before: 'The period before',
  after: 'The period after',
  shop: 'Shop',
  columns: { sales: 'Sales', sold: 'Sold', refunded: 'Refunded', net: 'Net' },
  by: {
    days: 'By day',
    tills: 'By till',
    people: 'By person',
    hours: 'By hour',
    weekdays: 'By weekday',
  },
  table: 'As a table',
  nobody: 'Not known',
  program: (name: string) => `${name} (program)`,
  nothing: 'Nothing was sold in this period.',
  counts:
    'Money counts when it moved, as on the page for the end of a day. A refund counts for whoever sold what is refunded.',
  /** Of a picture, for who cannot see it. */
  most: (what: string, when: string, amount: string) => `${what}. Most: ${when}, ${amount}`,
  loading: 'Adding up…',
  tooLong: 'A report is about 366 days at most.',
};

import type { Interval } from '../../../../../server/contract/payments.ts';
import type { Texts } from '../../texts.ts';

type Forms = readonly [one: string, many: string, each: string];

const periods: Readonly<Record<Interval['unit'], Forms>> = {
  DAY: ['päivä', 'päivää', 'päivässä'],
  WEEK: ['viikko', 'viikkoa', 'viikossa'],
  MONTH: ['kuukausi', 'kuukautta', 'kuukaudessa'],
  YEAR: ['vuosi', 'vuotta', 'vuodessa'],
};

export const agreement: Texts['agreement'] = {
  period: ({ unit, count }) => periods[unit][count === 1 ? 0 : 1],
  price: (amount, { unit, count }) => {
    const [one, , each] = periods[unit];
    return count === 1 ? `${amount} ${each}` : `${amount} joka ${count}. ${one}`;
  },
  payNow: (amount) => `Maksa nyt: ${amount}`,
  payNothingNow: 'Tänään et maksa mitään',
};

export const lines: Texts['lines'] = {
  label: 'Ostokset',
  quantity: (count) => `${count} ×`,
  more: (count) => `ja ${count} muuta`,
  count: (count) => `${count} ${count === 1 ? 'tuote' : 'tuotetta'}`,
  returned: (name) => `Palautus: ${name}`,
  discount: (amount) => `sis. ${amount} alennusta`,
};

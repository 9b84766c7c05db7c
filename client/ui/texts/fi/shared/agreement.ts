import type { Interval } from '../../../../../server/contract/payments.ts';
import type { Texts } from '../../texts.ts';

const periods: Readonly<Record<Interval['unit'], readonly [one: string, each: string]>> = {
  DAY: ['päivä', 'päivässä'],
  WEEK: ['viikko', 'viikossa'],
  MONTH: ['kuukausi', 'kuukaudessa'],
  YEAR: ['vuosi', 'vuodessa'],
};

export const agreement: Texts['agreement'] = {
  price: (amount, { unit, count }) => {
    const [one, each] = periods[unit];
    if (count === 1) return `${amount} ${each}`;
    return `${amount} joka ${count === 2 ? 'toinen' : `${count}.`} ${one}`;
  },
  payNow: (amount) => `Maksa nyt: ${amount}`,
  payNothingNow: 'Tänään et maksa mitään',
};

export const lines: Texts['lines'] = {
  label: 'Ostokset',
  quantity: (count) => `${count} ×`,
  more: (count) => `ja ${count} ${count === 1 ? 'muu' : 'muuta'}`,
  count: (count) => `${count} ${count === 1 ? 'tuote' : 'tuotetta'}`,
  returned: (name) => `Palautus: ${name}`,
  discount: (amount) => `sis. ${amount} alennusta`,
};

import type { Interval } from '../../../../../server/contract/payments.ts';
import type { Texts } from '../../texts.ts';

const periods: Readonly<Record<Interval['unit'], string>> = {
  DAY: 'dag',
  WEEK: 'vecka',
  MONTH: 'månad',
  YEAR: 'år',
};

/** 1:a, 2:a, 3:e, 11:e, 21:a */
const ordinal = (count: number) => `${count}:${/(^|[^1])[12]$/.test(`${count}`) ? 'a' : 'e'}`;

/** Var 3:e vecka; every other one has a word of its own. */
function every({ unit, count }: Interval): string {
  if (count === 2) return unit === 'YEAR' ? 'vartannat' : 'varannan';
  return `${unit === 'YEAR' ? 'vart' : 'var'} ${ordinal(count)}`;
}

export const agreement: Texts['agreement'] = {
  price: (amount, interval) => {
    const one = periods[interval.unit];
    return interval.count === 1 ? `${amount} per ${one}` : `${amount} ${every(interval)} ${one}`;
  },
  payNow: (amount) => `Betala nu: ${amount}`,
  payNothingNow: 'Du betalar inget i dag',
};

export const lines: Texts['lines'] = {
  label: 'Beställning',
  quantity: (count) => `${count} ×`,
  more: (count) => `och ${count} till`,
  count: (count) => `${count} ${count === 1 ? 'vara' : 'varor'}`,
  returned: (name) => `Retur: ${name}`,
  discount: (amount) => `inkl. ${amount} rabatt`,
};

import type { Interval } from '../../../../../server/contract/payments.ts';
import type { Texts } from '../../texts.ts';

const periods: Readonly<Record<Interval['unit'], readonly [one: string, many: string]>> = {
  DAY: ['dag', 'dagar'],
  WEEK: ['vecka', 'veckor'],
  MONTH: ['månad', 'månader'],
  YEAR: ['år', 'år'],
};

const every = ({ unit }: Interval) => (unit === 'YEAR' ? 'vart' : 'var');
/** 1:a, 2:a, 3:e, 11:e, 21:a */
const ordinal = (count: number) =>
  `${count}:${new Intl.PluralRules('sv', { type: 'ordinal' }).select(count) === 'one' ? 'a' : 'e'}`;

export const agreement: Texts['agreement'] = {
  period: ({ unit, count }) => periods[unit][count === 1 ? 0 : 1],
  price: (amount, interval) => {
    const [one] = periods[interval.unit];
    return interval.count === 1
      ? `${amount} per ${one}`
      : `${amount} ${every(interval)} ${ordinal(interval.count)} ${one}`;
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

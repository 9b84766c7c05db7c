import type { Interval } from '../../../../../server/contract/payments.ts';
import type { Texts } from '../../texts.ts';

const periods: Readonly<Record<Interval['unit'], readonly [one: string, many: string]>> = {
  DAY: ['dag', 'dager'],
  WEEK: ['uke', 'uker'],
  MONTH: ['måned', 'måneder'],
  YEAR: ['år', 'år'],
};

const every = ({ unit }: Interval) => (unit === 'YEAR' ? 'hvert' : 'hver');

export const agreement: Texts['agreement'] = {
  period: ({ unit, count }) => periods[unit][count === 1 ? 0 : 1],
  price: (amount, interval) => {
    const [one] = periods[interval.unit];
    return interval.count === 1
      ? `${amount} per ${one}`
      : `${amount} ${every(interval)} ${interval.count}. ${one}`;
  },
  payNow: (amount) => `Betal nå: ${amount}`,
  payNothingNow: 'Du betaler ingenting i dag',
};

export const lines: Texts['lines'] = {
  label: 'Bestilling',
  quantity: (count) => `${count} ×`,
  more: (count) => `og ${count} til`,
  count: (count) => `${count} ${count === 1 ? 'vare' : 'varer'}`,
  returned: (name) => `Retur: ${name}`,
  discount: (amount) => `inkl. ${amount} rabatt`,
};

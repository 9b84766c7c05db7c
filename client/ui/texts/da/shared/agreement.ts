import type { Interval } from '../../../../../server/contract/payments.ts';
import type { Texts } from '../../texts.ts';

const periods: Readonly<Record<Interval['unit'], string>> = {
  DAY: 'dag',
  WEEK: 'uge',
  MONTH: 'måned',
  YEAR: 'år',
};

/** Hver 3. uge; every other one has a word of its own. */
function every({ unit, count }: Interval): string {
  if (count === 2) return unit === 'YEAR' ? 'hvert andet' : 'hver anden';
  return `${unit === 'YEAR' ? 'hvert' : 'hver'} ${count}.`;
}

export const agreement: Texts['agreement'] = {
  price: (amount, interval) => {
    const one = periods[interval.unit];
    return interval.count === 1 ? `${amount} pr. ${one}` : `${amount} ${every(interval)} ${one}`;
  },
  payNow: (amount) => `Betal nu: ${amount}`,
  payNothingNow: 'Du betaler ikke noget i dag',
};

export const lines: Texts['lines'] = {
  label: 'Bestilling',
  quantity: (count) => `${count} ×`,
  more: (count) => `og ${count} til`,
  count: (count) => `${count} ${count === 1 ? 'vare' : 'varer'}`,
  returned: (name) => `Retur: ${name}`,
  discount: (amount) => `inkl. ${amount} rabat`,
};

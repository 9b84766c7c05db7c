import type { Interval } from '../../../../../server/contract/payments.ts';
import type { Texts } from '../../texts.ts';

const periods: Readonly<Record<Interval['unit'], string>> = {
  DAY: 'dag',
  WEEK: 'uke',
  MONTH: 'måned',
  YEAR: 'år',
};

/** Hver 3. uke; every other one has a word of its own. */
function every({ unit, count }: Interval): string {
  if (count === 2) return unit === 'YEAR' ? 'annethvert' : 'annenhver';
  return `${unit === 'YEAR' ? 'hvert' : 'hver'} ${count}.`;
}

export const agreement: Texts['agreement'] = {
  price: (amount, interval) => {
    const one = periods[interval.unit];
    return interval.count === 1 ? `${amount} per ${one}` : `${amount} ${every(interval)} ${one}`;
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

import type { Interval } from '../../../../../server/contract/payments.ts';
import type { Texts } from '../../texts.ts';

const periods: Readonly<Record<Interval['unit'], readonly [one: string, many: string]>> = {
  DAY: ['dag', 'dagar'],
  WEEK: ['vecka', 'veckor'],
  MONTH: ['månad', 'månader'],
  YEAR: ['år', 'år'],
};

export const interval: Texts['interval'] = {
  period: ({ unit, count }) => periods[unit][count === 1 ? 0 : 1],
};

// The unit of an interval beside the field for its number. Apart from `agreement`, which displays load, too.
import type { Interval } from '../../../../../server/contract/payments.ts';

const periods: Readonly<Record<Interval['unit'], readonly [one: string, many: string]>> = {
  DAY: ['day', 'days'],
  WEEK: ['week', 'weeks'],
  MONTH: ['month', 'months'],
  YEAR: ['year', 'years'],
};

export const interval = {
  period: ({ unit, count }: Interval) => periods[unit][count === 1 ? 0 : 1],
};

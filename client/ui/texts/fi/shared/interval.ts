import type { Interval } from '../../../../../server/contract/payments.ts';
import type { Texts } from '../../texts.ts';

const periods: Readonly<Record<Interval['unit'], readonly [one: string, many: string]>> = {
  DAY: ['päivä', 'päivää'],
  WEEK: ['viikko', 'viikkoa'],
  MONTH: ['kuukausi', 'kuukautta'],
  YEAR: ['vuosi', 'vuotta'],
};

export const interval: Texts['interval'] = {
  period: ({ unit, count }) => periods[unit][count === 1 ? 0 : 1],
};

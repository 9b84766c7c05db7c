// How agreements and the lines of an order are put into words on both sides of the counter; amounts come as the locale writes them.
import type { Interval } from '../../../../../server/contract/payments.ts';

const periods: Readonly<Record<Interval['unit'], readonly [one: string, many: string]>> = {
  DAY: ['day', 'days'],
  WEEK: ['week', 'weeks'],
  MONTH: ['month', 'months'],
  YEAR: ['year', 'years'],
};

const period = ({ unit, count }: Interval) => periods[unit][count === 1 ? 0 : 1];

export const agreement = {
  period,
  price: (amount: string, interval: Interval) =>
    interval.count === 1
      ? `${amount} a ${period(interval)}`
      : `${amount} every ${interval.count} ${period(interval)}`,
  payNow: (amount: string) => `Pay now: ${amount}`,
  payNothingNow: 'You pay nothing today',
};

export const lines = {
  label: 'Order',
  quantity: (count: string) => `${count} ×`,
  more: (count: number) => `and ${count} more`,
  count: (count: number) => `${count} ${count === 1 ? 'item' : 'items'}`,
  returned: (name: string) => `Return: ${name}`,
  discount: (amount: string) => `incl. ${amount} discount`,
};

// How agreements and the lines of an order are put into words on both sides of the counter; amounts come as the locale writes them.
import type { Interval } from '../../../../../server/contract/payments.ts';
import { interval as units } from './interval.ts';

export const agreement = {
  price: (amount: string, interval: Interval) =>
    interval.count === 1
      ? `${amount} a ${units.period(interval)}`
      : `${amount} every ${interval.count} ${units.period(interval)}`,
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

import { expect, test } from 'vitest';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import { aloneMinor, isBeyond, isReleaseBeyond, type RefundLimit } from './refund-limit.ts';

const paid = (given: Partial<PaymentView> = {}) =>
  samplePayment({ state: 'approved', capture: 'captured', capturedAmount: 24_900, ...given });

type Row = [what: string, given: Partial<PaymentView>, limit: RefundLimit, alone: number];
const rows: Row[] = [
  ['without a limit, anything', {}, null, Number.POSITIVE_INFINITY],
  ['a person who may refund nothing', {}, 0, 0],
  ['up to the limit', {}, 10_000, 10_000],
  ['what others refunded counts against the limit, too', { refundedAmount: 4_000 }, 10_000, 6_000],
  ['what was released counts against the limit, too', { releasedAmount: 4_000 }, 10_000, 6_000],
  ['the limit is used up', { refundedAmount: 10_000 }, 10_000, 0],
  ['more than the limit was refunded with an approval', { refundedAmount: 15_000 }, 10_000, 0],
];

test.each(rows)('[P8] alone: %s', (_, given, limit, alone) => {
  const payment = paid(given);
  expect(aloneMinor(payment, limit)).toBe(alone);
  expect(isBeyond(payment, alone, limit)).toBe(false);
  expect(isBeyond(payment, alone + 1, limit)).toBe(limit !== null);
});

test('[P8] what is reserved is given back within the same limit', () => {
  const reserved = paid({ capture: 'none', capturedAmount: 0 });
  const beyond = (limit: RefundLimit) => isReleaseBeyond(reserved, limit);
  expect([null, 24_900, 24_899, 0].map(beyond)).toEqual([false, false, true, true]);
});

test('[P8] an agreement with nothing reserved is stopped within any limit', () => {
  expect(isReleaseBeyond(paid({ refundedAmount: 24_900 }), 0)).toBe(false);
});

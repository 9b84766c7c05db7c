import { expect, test } from 'vitest';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import { allowedMinor, mayRefundAll, mayRelease, needsManager, type RefundLimit } from './refund-limit.ts';

const paid = (given: Partial<PaymentView> = {}) =>
  samplePayment({ state: 'approved', capture: 'captured', capturedAmount: 24_900, ...given });

type Row = [what: string, given: Partial<PaymentView>, limit: RefundLimit, allowed: number, manager: boolean];
const rows: Row[] = [
  ['without a limit, all of it', {}, null, 24_900, false],
  ['without a limit, all that is left', { refundedAmount: 4_900 }, null, 20_000, false],
  ['a person who may refund nothing', {}, 0, 0, true],
  ['up to the limit', {}, 10_000, 10_000, true],
  ['what others refunded counts against the limit, too', { refundedAmount: 4_000 }, 10_000, 6_000, true],
  ['what was released counts against the limit, too', { releasedAmount: 4_000 }, 10_000, 6_000, true],
  ['the limit is used up', { refundedAmount: 10_000 }, 10_000, 0, true],
  ['more than the limit was refunded by a manager', { refundedAmount: 15_000 }, 10_000, 0, true],
  ['a limit above the payment', {}, 24_900, 24_900, false],
  ['the rest is smaller than what is left of the limit', { refundedAmount: 24_000 }, 50_000, 900, false],
  ['nothing is left: no manager can help', { refundedAmount: 24_900 }, 0, 0, false],
  ['nothing can be refunded while the money moves', { capture: 'pending', capturedAmount: 0 }, 0, 0, false],
];

test.each(rows)('%s', (_, given, limit, allowed, manager) => {
  const payment = paid(given);
  expect(allowedMinor(payment, limit)).toBe(allowed);
  expect(needsManager(payment, limit)).toBe(manager);
});

test('what is reserved is released within the same limit', () => {
  const reserved = paid({ capture: 'none', capturedAmount: 0 });
  expect([null, 24_900, 24_899, 0].map((limit) => mayRelease(reserved, limit))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('whether all can be given back is known before it is captured', () => {
  const pending = paid({ capture: 'pending', capturedAmount: 0 });
  expect([null, 24_900, 24_899, 0].map((limit) => mayRefundAll(pending, limit))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(mayRefundAll(paid({ capturedAmount: 10_000 }), 10_000)).toBe(true);
});

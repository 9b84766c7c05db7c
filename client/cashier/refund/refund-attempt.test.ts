import { expect, test } from 'vitest';
import { samplePayment } from '../../testing/sample-payment.ts';
import { afterFailure, attemptOn, isOpen } from './refund-attempt.ts';

const captured = { state: 'approved', capture: 'captured', capturedAmount: 89_600 } as const;

test('[P2] a refund whose answer is missing keeps its key and its reason until the payment shows it', () => {
  const payment = samplePayment(captured);
  const attempt = attemptOn(payment, { amountMinor: 2000, reason: 'Sold out' }, 'key');
  const unknown = { ...attempt, isUnknown: true };
  expect(afterFailure(attempt, 'unreachable', false)).toEqual(unknown);
  expect(afterFailure(attempt, 'storage_unavailable', false)).toEqual(unknown);
  expect(afterFailure(attempt, 'vipps_unavailable', false)).toMatchObject({
    key: 'key',
    reason: 'Sold out',
    isCompleting: true,
  });
  expect(afterFailure(attempt, 'refund_exceeds_captured', false)).toBeNull();
  expect(isOpen(attempt, payment)).toBe(true);
  expect(isOpen(attempt, { ...payment, refundedAmount: 2000, version: 2 })).toBe(false);
});

test('a refund that failed for good can be made again', () => {
  const payment = samplePayment(captured);
  const attempt = attemptOn(payment, { amountMinor: 2000, reason: 'Sold out' }, 'key');
  const problem = { code: 'refund_failed', message: '' } as const;
  expect(isOpen(attempt, { ...payment, problem, version: 2 })).toBe(false);
});

test('[P2] what may still arrive keeps its key while a manager is asked for; what was refused at once can be changed', () => {
  const payment = samplePayment(captured);
  const attempt = attemptOn(payment, { amountMinor: 2000, reason: 'Sold out' }, 'key');
  const unknown = afterFailure(attempt, 'unreachable', false);
  if (unknown === null) throw new Error('it is not kept');
  for (const failure of ['approval_required', 'not_allowed', 'rate_limited', 'invalid_request'] as const) {
    expect(afterFailure(attempt, failure, true)).toBeNull();
    expect(afterFailure(unknown, failure, true)).toBe(unknown);
  }
  expect(afterFailure(unknown, 'wrong_state', false)).toBeNull();
});

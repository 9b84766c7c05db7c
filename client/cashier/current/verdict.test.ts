import { expect, test } from 'vitest';
import { type PaymentView, type Problem, states } from '../../../server/contract/payments.ts';
import { cashierContext } from '../../testing/cashier-context.ts';
import { sampleAgreement, samplePayment } from '../../testing/sample-payment.ts';
import { statusTextOf } from '../payment/status-text.ts';
import { afterFolding, afterSeeing, nothingFollowed } from './followed-payment.ts';
import { canChargeAgain, isPast, lastOf, verdictOf } from './verdict.ts';

const because = (code: Problem['code']) => ({ problem: { code, message: '' } });
const captured = { state: 'approved', capture: 'captured', capturedAmount: 24_900 } as const;
const reserved = { state: 'approved', capture: 'none', capturedAmount: 0 } as const;
const verdict = (given: Partial<PaymentView>) => {
  const payment = samplePayment(given);
  return verdictOf(payment, statusTextOf(payment, cashierContext));
};
const followed = (given: Partial<PaymentView>) => afterSeeing(nothingFollowed, samplePayment(given));

test('[P1] a card is green for a paid sale alone, and amber for a declined card that another may replace', () => {
  expect(states.filter((state) => verdict({ state }) === 'paid')).toEqual(['approved']);
  expect(verdict({ state: 'scanned' })).toBe('open');
  expect(verdict({ state: 'scanned', ...because('declined') })).toBe('declined');
  expect(verdict({ state: 'cancelled', ...because('declined') })).toBe('calm');
  expect(verdict({ ...captured, ...because('paid_late') })).toBe('failed');
});

test('[P1] a sale that is over becomes the last one with the first key of the next, or when the customer’s screen is idle', () => {
  for (const given of [
    captured,
    { state: 'cancelled' },
    { state: 'expired' },
    { state: 'failed' },
  ] as const) {
    const one = followed(given);
    expect(isPast(one, one.payment)).toBe(false);
    expect(isPast(afterFolding(one), one.payment)).toBe(true);
    expect(isPast(one, null)).toBe(true);
  }
});

test('[P1] a sale that is not over, or that somebody has to know of, stays what counts', () => {
  const open = states.filter((state) => !isPast(afterFolding(followed({ state })), null));
  expect(open).toEqual(['started', 'presented', 'scanned', 'closing']);
  expect(isPast(afterFolding(followed({ state: 'cancelled', ...because('late_money') })), null)).toBe(false);
  expect(isPast(afterFolding(followed({ ...captured, ...because('paid_late') })), null)).toBe(false);
});

test('what staff have to capture stays until the next key', () => {
  const one = followed(reserved);
  expect(isPast(one, null)).toBe(false);
  expect(isPast(afterFolding(one), null)).toBe(true);
});

test('[P3] money that turns up late on a sale in the last line brings it back', () => {
  const folded = afterFolding(followed({ state: 'cancelled' }));
  const late = samplePayment({ state: 'cancelled', version: 99, ...because('late_money') });
  expect(isPast(afterSeeing(folded, late), null)).toBe(false);
});

test('the next payment is not folded with the one before it', () => {
  const folded = afterFolding(followed(captured));
  expect(afterSeeing(folded, samplePayment({ reference: 'next', state: 'presented' })).isFolded).toBe(false);
});

test('[P4] the same is offered again where nothing was paid and another try can help', () => {
  const again = states.filter((state) => canChargeAgain(samplePayment({ state })));
  expect(again).toEqual(['cancelled', 'expired', 'failed']);
  expect(canChargeAgain(samplePayment({ state: 'scanned', ...because('declined') }))).toBe(true);
  expect(canChargeAgain(samplePayment({ state: 'cancelled', ...because('released') }))).toBe(true);
  for (const code of ['keys_rejected', 'image_host_refused', 'started_over'] as const) {
    expect(canChargeAgain(samplePayment({ state: 'failed', ...because(code) })), code).toBe(false);
  }
  const late = { state: 'expired', capturedAmount: 24_900, ...because('late_money') } as const;
  expect(canChargeAgain(samplePayment(late))).toBe(false);
  expect(canChargeAgain(samplePayment({ state: 'cancelled', agreement: sampleAgreement() }))).toBe(false);
});

test('[P1] the last line says what became of the money', () => {
  const says = (given: Partial<PaymentView>) => lastOf(samplePayment(given));
  expect(says(captured)).toBe('paid');
  expect(says(reserved)).toBe('reserved');
  expect(says({ ...captured, refundedAmount: 24_900 })).toBe('refunded');
  expect(says({ ...reserved, releasedAmount: 24_900 })).toBe('released');
  expect(says({ state: 'expired' })).toBe('expired');
});

// What needs attention about an agreement; of sales it is in attention.test.ts.
import { expect, test } from 'vitest';
import type { AgreementView, PaymentView, Problem } from '../../../server/contract/payments.ts';
import { cashierContext } from '../../testing/cashier-context.ts';
import { sampleSignUp } from '../../testing/sample-payment.ts';
import { attentionOf, attentionText, offersRefund } from './attention.ts';

const { subscription } = cashierContext;
const because = (code: Problem['code']) => ({ problem: { code, message: '' } });
const approved = { state: 'approved' } as const;
const first = {
  ...approved,
  amount: { value: 4_900, currency: 'NOK' },
  capture: 'captured',
  capturedAmount: 4_900,
} as const;

const told = (given: Partial<PaymentView>, status: AgreementView['status'] = 'active') => {
  const payment = sampleSignUp(given, { status });
  const reason = attentionOf(payment);
  return reason && attentionText(payment, reason, cashierContext);
};

test('an agreement that could not be stopped, or not yet, is told without an amount', () => {
  expect(told({ ...approved, ...because('stop_failed') })).toBe(
    'Vipps refused to stop the agreement, so it goes on. Stop it again.',
  );
  const delayed = told({ ...approved, ...because('stop_delayed') }, 'stopping');
  expect(delayed).toBe(
    'Vipps has not confirmed yet that the agreement is stopped. It will be tried again automatically.',
  );
});

test('[P3] a late subscription is told with what to do about the agreement and the first payment', () => {
  const { late } = subscription.attentionTo;
  expect(told({ ...approved, ...because('paid_late') })).toBe(late);
  const paid = { ...first, ...because('paid_late') };
  expect(told(paid)).toBe(`${late} 4900 minor was paid with it: refund that too.`);
  expect(offersRefund(sampleSignUp(paid, { status: 'active' }))).toBe(true);
});

test('[P3] a late subscription is settled once it is stopped and what was paid is given back', () => {
  expect(told({ ...approved, ...because('paid_late') }, 'stopped')).toBeNull();
  const paid = { ...first, ...because('paid_late') };
  expect(told(paid, 'stopped')).not.toBeNull();
  expect(told({ ...paid, refundedAmount: 4_900 })).not.toBeNull();
  expect(told({ ...paid, refundedAmount: 4_900 }, 'stopped')).toBeNull();
});

test.each(['cancelled', 'expired', 'failed'] as const)(
  '[P3] an agreement that was made after the sign-up was %s is told, also without money in it',
  (state) => {
    expect(told({ state, ...because('late_money') }, 'stopped')).toBe(subscription.attentionTo.returning);
    expect(told({ state, ...because('released') }, 'stopped')).toBe(subscription.attentionTo.released);
    const kept = { state, amount: first.amount, capturedAmount: 4_900, ...because('refund_failed') };
    expect(told(kept, 'stopped')).toContain('The customer paid 4900 minor after the payment had ended');
  },
);

import { expect, test } from 'vitest';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { samplePayment, sampleSignUp } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { customerTitle } from './customer-status.ts';

const titleOf = (payment: PaymentView | null) => customerTitle(payment, en.display, 'Vipps');
const problem = (code: NonNullable<PaymentView['problem']>['code']) => ({ problem: { code, message: '' } });

test.each<[Partial<PaymentView>, string]>([
  [{ state: 'started' }, 'Preparing'],
  [{ state: 'presented' }, 'Scan to pay'],
  [{ state: 'scanned' }, 'Approve in Vipps'],
  [{ state: 'closing' }, 'One moment'],
  [{ state: 'failed', ...problem('started_over') }, 'Preparing'],
  [{ state: 'approved' }, 'Paid'],
  [{ state: 'approved', capturedAmount: 24_900, refundedAmount: 24_900 }, 'Refunded'],
  [{ state: 'approved', releasedAmount: 24_900 }, 'Not charged'],
  [{ state: 'cancelled' }, 'Payment cancelled'],
  [{ state: 'expired' }, 'Time ran out'],
  [{ state: 'failed' }, 'The payment could not start'],
  [{ state: 'cancelled', ...problem('late_money') }, 'This payment is being undone'],
])('[P1] of %j the customer reads "%s"', (given, title) => {
  expect(titleOf(samplePayment(given))).toBe(title);
});

test('between sales the customer is welcome', () => {
  expect(titleOf(null)).toBe('Welcome');
});

test('of an agreement the customer reads about the agreement', () => {
  expect(titleOf(sampleSignUp())).toBe('Scan to subscribe');
  expect(titleOf(sampleSignUp({ state: 'approved' }, { status: 'active' }))).toBe(
    'Your subscription is active',
  );
  expect(titleOf(sampleSignUp({ state: 'cancelled', ...problem('released') }))).toBe(
    'The agreement was ended again',
  );
});

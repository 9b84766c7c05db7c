// How much of a payment the person at the till may refund and release. Amounts are minor units.
import type { PaymentView } from '../../../server/contract/payments.ts';
import { capturableMinor, refundableMinor } from './balances.ts';

/** How much may be refunded and released of one payment in all; null is without a limit. */
export type RefundLimit = number | null;

/** What this person can refund of a payment now: what is left of it, up to what is left of the limit. */
export function allowedMinor(payment: PaymentView, refundUpTo: RefundLimit): number {
  const leftMinor = refundableMinor(payment);
  if (refundUpTo === null) return leftMinor;
  return Math.max(0, Math.min(leftMinor, refundUpTo - payment.refundedAmount - payment.releasedAmount));
}

/** Whether this person may release what is reserved and not captured: all of it, or nothing. */
export function mayRelease(payment: PaymentView, refundUpTo: RefundLimit): boolean {
  const { refundedAmount, releasedAmount } = payment;
  return refundUpTo === null || refundedAmount + releasedAmount + capturableMinor(payment) <= refundUpTo;
}

/** Whether it takes a manager: more is left to refund than this person may. */
export function needsManager(payment: PaymentView, refundUpTo: RefundLimit): boolean {
  return allowedMinor(payment, refundUpTo) < refundableMinor(payment);
}

/** Whether this person may give back all of a payment, also while its money is still being captured. */
export function mayRefundAll({ amount, capturedAmount }: PaymentView, refundUpTo: RefundLimit): boolean {
  return refundUpTo === null || refundUpTo >= (capturedAmount || amount.value);
}

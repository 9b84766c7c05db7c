// How much of a payment the person at the till may refund. Amounts are minor units.
import type { PaymentView } from '../../../server/contract/payments.ts';
import { refundableMinor } from './balances.ts';

/** How much may be refunded of one payment in all; null is without a limit. */
export type RefundLimit = number | null;

/** What this person can refund of a payment now: what is left of it, up to what is left of the limit. */
export function allowedMinor(payment: PaymentView, refundUpTo: RefundLimit): number {
  const leftMinor = refundableMinor(payment);
  return refundUpTo === null
    ? leftMinor
    : Math.max(0, Math.min(leftMinor, refundUpTo - payment.refundedAmount));
}

/** Whether it takes a manager: more is left to refund than this person may. */
export function needsManager(payment: PaymentView, refundUpTo: RefundLimit): boolean {
  return allowedMinor(payment, refundUpTo) < refundableMinor(payment);
}

/** Whether this person may give back all of a payment, also while its money is still being captured. */
export function mayRefundAll({ amount, capturedAmount }: PaymentView, refundUpTo: RefundLimit): boolean {
  return refundUpTo === null || refundUpTo >= (capturedAmount || amount.value);
}

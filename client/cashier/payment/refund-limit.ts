// How much of a payment the person at the till may refund and release without a manager's approval. Amounts are minor units.
import type { PaymentView } from '../../../server/contract/payments.ts';
import { capturableMinor } from './balances.ts';

/** How much may be given back of one payment in all, by refunds and releases; null is without a limit. */
export type RefundLimit = number | null;

/** What this person can still give back of a payment alone. */
export function aloneMinor(payment: PaymentView, refundUpTo: RefundLimit): number {
  if (refundUpTo === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, refundUpTo - payment.refundedAmount - payment.releasedAmount);
}

/** Whether it takes an approval to refund so much. */
export function isBeyond(payment: PaymentView, amountMinor: number, refundUpTo: RefundLimit): boolean {
  return amountMinor > aloneMinor(payment, refundUpTo);
}

/** Whether it takes one to give back all that is reserved: by a release, or with the end of an agreement. */
export function isReleaseBeyond(payment: PaymentView, refundUpTo: RefundLimit): boolean {
  return isBeyond(payment, capturableMinor(payment), refundUpTo);
}

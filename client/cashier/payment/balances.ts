// What can still be done with the money of a payment, and with its agreement. Amounts are minor units.
import type { PaymentView, Problem } from '../../../server/contract/payments.ts';

/** All that was captured has been refunded. */
export function isRefundedInFull({ capturedAmount, refundedAmount }: PaymentView): boolean {
  return refundedAmount > 0 && refundedAmount >= capturedAmount;
}

/** All that was reserved went back, and nothing was ever captured. */
export function isReleasedInFull({ capturedAmount, releasedAmount }: PaymentView): boolean {
  return releasedAmount > 0 && capturedAmount === 0;
}

/** Reserved, and neither captured nor released. */
export function reservedMinor({ state, amount, capturedAmount, releasedAmount }: PaymentView): number {
  return state === 'approved' ? Math.max(0, amount.value - capturedAmount - releasedAmount) : 0;
}

const moving: readonly Problem['code'][] = [
  'capture_delayed',
  'refund_delayed',
  'release_delayed',
  'stop_delayed',
  'late_money',
];

/** A capture, refund, release or stop is pending: until it is over the server takes no other. */
export function isMoving({ capture, problem, agreement }: PaymentView): boolean {
  const isDelayed = problem !== null && moving.includes(problem.code);
  return isDelayed || capture === 'pending' || agreement?.status === 'stopping';
}

/** What staff can capture or release: nothing while an operation is pending. */
export function capturableMinor(payment: PaymentView): number {
  return isMoving(payment) ? 0 : reservedMinor(payment);
}

/** What staff can refund: nothing while an operation is pending. */
export function refundableMinor(payment: PaymentView): number {
  const { capturedAmount, refundedAmount } = payment;
  return isMoving(payment) ? 0 : Math.max(0, capturedAmount - refundedAmount);
}

/** Whether staff can end the agreement. */
export function canStop(payment: PaymentView): boolean {
  return payment.agreement?.status === 'active' && !isMoving(payment);
}

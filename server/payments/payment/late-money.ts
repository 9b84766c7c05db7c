// [P3] What becomes of money that turns up on a payment after it has ended: it is given back, and staff are told.
import type { PaymentState, Problem } from '../../contract/payments.ts';
import { problem } from './problems.ts';
import type { Changes, Payment } from './types.ts';

/** Over, and nothing was taken: money that Vipps shows on it from now on was not asked for. */
export function endedUnpaid(state: PaymentState): boolean {
  return state === 'cancelled' || state === 'expired' || state === 'failed';
}

/** Reserved and not released: the watch cancels it, and `voided` is the event that follows. */
export function reservedLate(amounts: Changes): Changes {
  return { ...amounts, problem: problem('late_money') };
}

/**
 * Captured: the refund is ordered with the very change that first shows it (P2). What is refunded already, or was refused
 * once, is not ordered again.
 */
export function capturedLate(payment: Payment, amounts: Changes): Changes {
  const captured = amounts.capturedAmount ?? payment.capturedAmount;
  const left = captured - (amounts.refundedAmount ?? payment.refundedAmount);
  if (left <= 0) return { ...amounts, problem: problem('late_refunded') };
  // What is captured besides is news once the refund of the rest is over.
  if (payment.refundingAmount > 0) return {};
  if (captured === payment.capturedAmount) return amounts;
  const order = { kind: 'refund', amount: left } as const;
  return { ...amounts, refundingAmount: left, problem: problem('late_money'), order };
}

/** @param refundedAmount all that has been refunded so far. */
export function refundedLate(payment: Payment, refundedAmount: number): Changes {
  const whole = refundedAmount >= payment.capturedAmount;
  return { refundedAmount, refundingAmount: 0, problem: whole ? problem('late_refunded') : payment.problem };
}

/** [P3] Paid while it was being closed, which staff wanted, so they must know. */
function paidLate({ closingFor }: Payment): Problem | null {
  return closingFor === null || closingFor === 'timeout' ? null : problem('paid_late');
}

/** What staff should know of one that is paid now. */
export function onceApproved(payment: Payment): Problem | null {
  const told = payment.problem?.code === 'lines_refused' ? payment.problem : null;
  return paidLate(payment) ?? told;
}

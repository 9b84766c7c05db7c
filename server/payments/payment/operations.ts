// What a refund or release changes in a payment once Vipps has carried it out, refused it, or keeps it waiting.
import type { Problem } from '../../contract/payments.ts';
import { endedUnpaid, refundedLate } from './late-money.ts';
import { without } from './problems.ts';
import type { Changes, Moved, Payment } from './types.ts';

/** @param totalMinor all that has been refunded so far. */
export function refunded(payment: Payment, totalMinor: number): Changes {
  const refundedAmount = Math.max(payment.refundedAmount, totalMinor);
  if (endedUnpaid(payment.state)) return refundedLate(payment, refundedAmount);
  const whole = refundedAmount >= payment.capturedAmount;
  const passed = ['refund_failed', 'refund_delayed', ...(whole ? ['paid_late' as const] : [])] as const;
  return { refundedAmount, refundingAmount: 0, problem: without(payment, ...passed) };
}

/** What somebody did elsewhere: nothing that we know of is taken back, and what we ask for meanwhile goes on. */
export function found(payment: Payment, all: Moved): Changes {
  const most = (name: keyof Moved) => Math.max(payment[name], all[name]);
  const capturedAmount = most('capturedAmount');
  const isCaptured = capturedAmount > 0 && payment.capture !== 'pending';
  return {
    capturedAmount,
    refundedAmount: most('refundedAmount'),
    // A release of ours that is under way adds its amount once it is done.
    releasedAmount: payment.releasingAmount > 0 ? payment.releasedAmount : most('releasedAmount'),
    capture: isCaptured ? 'captured' : payment.capture,
    problem: without(payment, 'capture_failed', 'release_failed'),
  };
}

/**
 * What is not captured has gone back to the customer: less than was asked for, where somebody has captured of it meanwhile.
 * @param shownMinor all that Vipps shows as released.
 */
export function released(payment: Payment, shownMinor: number): Changes {
  const atMost = payment.releasedAmount + payment.releasingAmount;
  const releasedAmount = Math.max(payment.releasedAmount, Math.min(atMost, shownMinor));
  return {
    releasedAmount,
    releasingAmount: 0,
    problem: without(payment, 'release_failed', 'release_delayed'),
  };
}

/** One problem at a time: what asks for a decision of staff is not covered by what passes by itself. */
export function delayed({ state, problem }: Payment, next: Problem): Changes {
  const asksStaff =
    problem?.code === 'paid_late' || (problem?.code === 'refund_failed' && endedUnpaid(state));
  return asksStaff ? {} : { problem: next };
}

// What captures and refunds may be asked for: in bounds, and one at a time.

import { Refusal } from '../refusal.ts';
import type { Changes } from './changes.ts';
import { endedUnpaid } from './late-money.ts';
import type { Payment } from './payment.ts';
import { without } from './problems.ts';

/** A payment has at most one operation under way, so that each refers to amounts that are known. */
function oneAtATime(payment: Payment): void {
  if (payment.capture === 'pending') throw new Refusal('wrong_state', 'A capture is already under way.');
  if (payment.refundingAmount > 0) throw new Refusal('wrong_state', 'A refund is already under way.');
}

/**
 * @param wanted minor units; null for all that is reserved.
 * @throws Refusal `wrong_state` or `amount_out_of_range`.
 */
export function captureAsked(payment: Payment, wanted: number | null): Changes {
  oneAtATime(payment);
  const left = payment.reservedAmount - payment.capturedAmount;
  const amount = wanted ?? left;
  if (left <= 0) throw new Refusal('wrong_state', 'Everything that was reserved has been captured.');
  if (amount > left)
    throw new Refusal('amount_out_of_range', `At most ${left} (minor units) can be captured.`);
  return {
    capture: 'pending',
    problem: without(payment, 'capture_failed'),
    order: { kind: 'capture', amount },
  };
}

/**
 * @param amount minor units.
 * @param upTo what may be refunded of the payment in all.
 * @throws Refusal `wrong_state`, `refund_exceeds_captured` or `not_allowed`.
 */
export function refundAsked(payment: Payment, amount: number, upTo = Number.POSITIVE_INFINITY): Changes {
  oneAtATime(payment);
  if (payment.capturedAmount === 0) throw new Refusal('wrong_state', 'Nothing was captured.');
  const left = payment.capturedAmount - payment.refundedAmount;
  if (amount > left) {
    throw new Refusal('refund_exceeds_captured', `At most ${left} (minor units) can be refunded.`);
  }
  if (payment.refundedAmount + amount > upTo) {
    throw new Refusal('not_allowed', 'A manager has to refund this: it is more than you may refund.');
  }
  return {
    refundingAmount: amount,
    // Of late money all has to go back: staff are told until it has.
    problem: endedUnpaid(payment.state) ? payment.problem : without(payment, 'refund_failed'),
    order: { kind: 'refund', amount },
  };
}

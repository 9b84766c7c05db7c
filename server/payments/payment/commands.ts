// What may be asked for once it is paid: in bounds, and one at a time.
import { Refusal } from '../../core/refusal.ts';
import { endedUnpaid } from './late-money.ts';
import { without } from './problems.ts';
import type { Changes, Payment } from './types.ts';

/** A payment has at most one operation under way, so that each refers to amounts that are known. */
function oneAtATime(payment: Payment): void {
  if (payment.capture === 'pending') throw new Refusal('wrong_state', 'A capture is already under way.');
  if (payment.refundingAmount > 0) throw new Refusal('wrong_state', 'A refund is already under way.');
  if (payment.releasingAmount > 0) throw new Refusal('wrong_state', 'A release is already under way.');
  if (payment.agreement?.stop === 'pending') throw new Refusal('wrong_state', 'It is being stopped.');
}

/** Reserved, and neither captured nor released. */
const uncaptured = ({ reservedAmount, capturedAmount, releasedAmount }: Payment) =>
  reservedAmount - capturedAmount - releasedAmount;

/**
 * @param wanted minor units; null for all that is reserved.
 * @throws Refusal `wrong_state` or `amount_out_of_range`.
 */
export function captureAsked(payment: Payment, wanted: number | null): Changes {
  oneAtATime(payment);
  const left = uncaptured(payment);
  const amount = wanted ?? left;
  if (left <= 0) throw new Refusal('wrong_state', 'Nothing is left that could be captured.');
  if (amount > left)
    throw new Refusal('amount_out_of_range', `At most ${left} (minor units) can be captured.`);
  return {
    capture: 'pending',
    problem: without(payment, 'capture_failed'),
    order: { kind: 'capture', amount },
  };
}

/**
 * Reserved money that is released is as far away from the shop as money that is refunded, so that one limit holds for both.
 * @param amount minor units.
 * @param upTo what may be refunded and released of the payment in all.
 * @throws Refusal `approval_required`.
 */
function withinLimit({ refundedAmount, releasedAmount }: Payment, amount: number, upTo: number): void {
  if (refundedAmount + releasedAmount + amount <= upTo) return;
  const said = 'A manager has to approve this: it is more than you may give back by yourself.';
  throw new Refusal('approval_required', said);
}

/**
 * @param amount minor units.
 * @param upTo what may be refunded and released of the payment in all.
 * @throws Refusal `wrong_state`, `refund_exceeds_captured` or `approval_required`.
 */
export function refundAsked(payment: Payment, amount: number, upTo = Number.POSITIVE_INFINITY): Changes {
  oneAtATime(payment);
  if (payment.capturedAmount === 0) throw new Refusal('wrong_state', 'Nothing was captured.');
  const left = payment.capturedAmount - payment.refundedAmount;
  if (amount > left) {
    throw new Refusal('refund_exceeds_captured', `At most ${left} (minor units) can be refunded.`);
  }
  withinLimit(payment, amount, upTo);
  return {
    refundingAmount: amount,
    // Of late money all has to go back: staff are told until it has.
    problem: endedUnpaid(payment.state) ? payment.problem : without(payment, 'refund_failed'),
    order: { kind: 'refund', amount },
  };
}

/** @param upTo as `refundAsked`. @throws Refusal `wrong_state` or `approval_required`. */
export function releaseAsked(payment: Payment, upTo = Number.POSITIVE_INFINITY): Changes {
  oneAtATime(payment);
  const amount = uncaptured(payment);
  if (amount <= 0) {
    throw new Refusal('wrong_state', 'Nothing is reserved any more. What was captured can be refunded.');
  }
  withinLimit(payment, amount, upTo);
  return {
    releasingAmount: amount,
    problem: without(payment, 'release_failed', 'capture_failed'),
    order: { kind: 'release', amount },
  };
}

/**
 * What is reserved goes back with the agreement, as by a release: the amount of the stop.
 * @param upTo as `refundAsked`.
 * @throws Refusal `wrong_state` or `approval_required`.
 */
export function stopAsked(payment: Payment, upTo = Number.POSITIVE_INFINITY): Changes {
  oneAtATime(payment);
  const { agreement } = payment;
  if (agreement === null) throw new Refusal('wrong_state', 'This is no agreement.');
  if (agreement.stop === 'stopped') throw new Refusal('wrong_state', 'The agreement is stopped already.');
  const amount = uncaptured(payment);
  if (amount > 0) withinLimit(payment, amount, upTo);
  return {
    agreement: { ...agreement, stop: 'pending' },
    problem: without(payment, 'stop_failed'),
    order: { kind: 'stop', amount },
  };
}

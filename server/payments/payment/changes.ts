// What an event changes in a payment besides its state.
import type { PaymentState } from '../../contract/payments.ts';
import { accepted, agreementSeen, named, stopFound, stopped, stopRefused } from './agreement-changes.ts';
import { deadlineOf } from './capture-deadline.ts';
import { captureAsked, refundAsked, releaseAsked, stopAsked } from './commands.ts';
import { capturedLate, endedUnpaid, onceApproved, reservedLate } from './late-money.ts';
import { delayed, found, refunded, released } from './operations.ts';
import { problem, without } from './problems.ts';
import type { Trigger } from './trigger.ts';
import type { Changes, Payment, PaymentEvent, Policy } from './types.ts';
import { declined, reachable, unknown, unreachable } from './waiting.ts';

function closing(payment: Payment, state: PaymentState, why: Payment['closingFor']): Changes {
  return state === 'closing' && payment.state !== 'closing' ? { closingFor: why } : {};
}

/** What was known, or more of what is seen, but never more than there was to pay. */
const upTo = (whole: number, known: number, seen: number) => Math.max(known, Math.min(whole, seen));

/** Amounts at Vipps only grow; what an older answer shows never takes anything back. */
function amountsSeen(payment: Payment, event: PaymentEvent): Changes {
  if (event.type === 'captured') {
    return { capturedAmount: upTo(payment.amount.value, payment.capturedAmount, event.capturedAmount) };
  }
  if (event.type !== 'observed') return {};
  const seen = event.observation;
  const whole = payment.amount.value;
  return {
    reservedAmount: upTo(whole, payment.reservedAmount, seen.reservedAmount),
    capturedAmount: upTo(whole, payment.capturedAmount, seen.capturedAmount),
    refundedAmount: upTo(whole, payment.refundedAmount, seen.refundedAmount),
  };
}

function reserved(payment: Payment, event: PaymentEvent, state: PaymentState, policy: Policy): Changes {
  const seen = amountsSeen(payment, event);
  if (endedUnpaid(state)) return reservedLate(seen);
  if (state !== 'approved') return seen;
  const captureUntilMs = deadlineOf(payment, event, policy.nowMs);
  if (payment.state === 'approved') return { ...seen, captureUntilMs };
  const amount = seen.reservedAmount ?? payment.amount.value;
  const told = onceApproved(payment);
  const paid: Changes = { ...seen, captureUntilMs, problem: told, closingFor: null };
  if (policy.capture === 'manual' || amount === 0) return paid;
  return { ...paid, capture: 'pending', order: { kind: 'capture', amount } };
}

function captured(payment: Payment, event: PaymentEvent, state: PaymentState): Changes {
  const amounts = amountsSeen(payment, event);
  if (endedUnpaid(state)) return { endedBy: endedByOf(payment, state), ...capturedLate(payment, amounts) };
  // Our own capture is over only with its own answer; until then a poll must not end it.
  if (payment.capture === 'pending' && event.type !== 'captured') return amounts;
  const left =
    payment.state === 'approved'
      ? without(payment, 'capture_failed', 'capture_delayed', 'vipps_unavailable', 'unknown_order')
      : onceApproved(payment);
  return { ...amounts, capture: 'captured', closingFor: null, problem: left };
}

function endedByOf({ endedBy, closingFor }: Payment, state: PaymentState): Payment['endedBy'] {
  if (endedBy !== null || state === 'failed') return endedBy;
  if (state === 'expired') return 'timeout';
  return closingFor === 'staff' ? 'staff' : 'customer';
}

function ended(payment: Payment, event: PaymentEvent, state: PaymentState): Changes {
  const seen = amountsSeen(payment, event);
  const wasReserved = (seen.reservedAmount ?? payment.reservedAmount) > 0;
  const endedBy = endedByOf(payment, state);
  const isOver = endedUnpaid(payment.state);
  const isNews =
    payment.problem?.code === 'late_money' || (seen.reservedAmount ?? 0) > payment.reservedAmount;
  const nobodyMeant = isOver ? isNews : payment.closingFor !== null;
  // An agreement that was entered late is given up without any money in it.
  const wasHeld = wasReserved || (payment.agreement !== null && payment.problem?.code === 'late_money');
  if (nobodyMeant && wasHeld && payment.capturedAmount === 0) {
    return { ...seen, endedBy, problem: problem('released') };
  }
  return { ...seen, endedBy, problem: isOver || state === 'failed' ? payment.problem : null };
}

/**
 * @returns the fields that change, and the operation that must be stored with them.
 * @throws Refusal when a command is out of bounds.
 */
export function changesOf(
  payment: Payment,
  event: PaymentEvent,
  trigger: Trigger,
  state: PaymentState,
  policy: Policy,
): Changes {
  switch (event.type) {
    case 'presented': {
      const names = named(payment, event.agreement);
      return state === 'presented' ? { ...names, qrExpiresAtMs: event.qrExpiresAtMs } : names;
    }
    case 'refused':
      return state === 'failed' ? { problem: event.problem } : ended(payment, event, state);
    case 'unfinished': {
      const names = named(payment, event.agreement);
      return { ...closing(payment, state, 'start'), ...names, problem: event.problem };
    }
    case 'lines_refused':
      return payment.problem === null ? { problem: event.problem } : {};
    case 'not_ours':
      return { ...ended(payment, event, state), problem: event.problem };
    case 'started_over':
      return { ...closing(payment, state, 'start'), problem: event.problem };
    case 'cancel':
      // [P3] Staff who cancelled were promised that nothing is taken, also when time had run out before.
      return state === 'closing' ? { closingFor: 'staff' } : {};
    case 'clock':
      return closing(payment, state, 'timeout');
    case 'unreachable':
      return unreachable(payment);
    case 'capture':
      return captureAsked(payment, event.amount);
    case 'refund':
      return refundAsked(payment, event.amount, event.upTo);
    case 'release':
      return releaseAsked(payment, event.upTo);
    case 'stop':
      return stopAsked(payment, event.upTo);
    case 'refunded':
      return refunded(payment, event.refundedAmount);
    case 'found':
      return found(payment, event);
    case 'released':
      return released(payment, event.releasedAmount);
    case 'stopped':
      return stopped(payment, event);
    case 'stop_found':
      return stopFound(payment);
    case 'capture_delayed':
    case 'refund_delayed':
    case 'release_delayed':
    case 'stop_delayed':
      return delayed(payment, event.problem);
    case 'capture_refused':
      return { capture: payment.capturedAmount > 0 ? 'captured' : 'failed', problem: event.problem };
    case 'refund_refused':
      return { refundingAmount: 0, problem: event.problem };
    case 'release_refused':
      return { releasingAmount: 0, problem: event.problem };
    case 'stop_refused':
      return stopRefused(payment, event.problem);
    case 'unknown':
      return unknown(payment);
    case 'absent':
      return ended(payment, event, state);
    case 'observed': {
      const changes = bySign(payment, event, trigger, state, policy);
      return { ...changes, ...agreementSeen(payment, event, state) };
    }
    case 'captured':
    case 'voided':
      return bySign(payment, event, trigger, state, policy);
    default:
      return event satisfies never;
  }
}

function bySign(
  payment: Payment,
  event: PaymentEvent,
  trigger: Trigger,
  state: PaymentState,
  policy: Policy,
): Changes {
  if (trigger === 'captured') return captured(payment, event, state);
  if (trigger === 'reserved') return reserved(payment, event, state, policy);
  if (trigger === 'accepted') return accepted(payment, state);
  if (trigger === 'voided') return ended(payment, event, state);
  if (trigger === 'ran_out') return { ...reachable(payment), ...closing(payment, state, 'timeout') };
  return trigger === 'declined' ? declined(payment) : reachable(payment);
}

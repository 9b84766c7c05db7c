// What an event changes in a payment besides its state.
import type { PaymentState, Problem } from '../contract.ts';
import { capturedLate, endedUnpaid, refundedLate, reservedLate } from './late-money.ts';
import type { Order, Payment, PaymentEvent, Policy } from './payment.ts';
import { problem, without } from './problems.ts';
import type { Sign } from './signs.ts';
import { captureAsked, refundAsked } from './wishes.ts';

export type Changes = Partial<Omit<Payment, 'state' | 'version' | 'updatedAtMs' | 'endedAtMs'>> & {
  order?: Order;
};

function closing(payment: Payment, state: PaymentState, why: Payment['closingFor']): Changes {
  return state === 'closing' && payment.state !== 'closing' ? { closingFor: why } : {};
}

function unreachable(payment: Payment): Changes {
  if (payment.problem !== null && payment.problem.code !== 'declined') return {};
  const waiting = payment.state === 'presented' || payment.state === 'scanned' || payment.state === 'closing';
  return waiting ? { problem: problem('vipps_unavailable') } : {};
}

/** A look that worked and shows nothing new: whatever we said about reconnecting is over. */
function reachable(payment: Payment): Changes {
  const keeps = payment.closingFor === 'start' || endedUnpaid(payment.state);
  return keeps ? {} : { problem: without(payment, 'vipps_unavailable') };
}

function declined(payment: Payment): Changes {
  const keeps = payment.closingFor === 'start' || endedUnpaid(payment.state);
  return keeps ? {} : { problem: problem('declined') };
}

/** Amounts at Vipps only grow; what an older answer shows never takes anything back. */
function amountsSeen(payment: Payment, event: PaymentEvent): Changes {
  if (event.type === 'captured') {
    return { capturedAmount: Math.max(payment.capturedAmount, event.capturedAmount) };
  }
  if (event.type !== 'observed') return {};
  const seen = event.observation;
  return {
    reservedAmount: Math.max(payment.reservedAmount, seen.reservedAmount),
    capturedAmount: Math.max(payment.capturedAmount, seen.capturedAmount),
    refundedAmount: Math.max(payment.refundedAmount, seen.refundedAmount),
  };
}

/** [P3] Paid while it was being closed: staff wanted it cancelled, or have charged again meanwhile, so they must know. */
function paidLate({ closingFor }: Payment, { superseded }: Policy): Problem | null {
  const expected = closingFor === null || (closingFor === 'timeout' && !superseded);
  return expected ? null : problem('paid_late');
}

function reserved(payment: Payment, event: PaymentEvent, state: PaymentState, policy: Policy): Changes {
  const seen = amountsSeen(payment, event);
  if (endedUnpaid(state)) return reservedLate(seen);
  if (state !== 'approved' || payment.state === 'approved') return seen;
  const amount = seen.reservedAmount ?? payment.amount.value;
  const paid: Changes = { ...seen, problem: paidLate(payment, policy), closingFor: null };
  if (policy.capture === 'manual') return paid;
  return { ...paid, capture: 'pending', order: { kind: 'capture', amount } };
}

function captured(payment: Payment, event: PaymentEvent, state: PaymentState, policy: Policy): Changes {
  const amounts = amountsSeen(payment, event);
  if (endedUnpaid(state)) return capturedLate(payment, amounts);
  // Our own capture is over only with its own answer; until then a look must not end it.
  if (payment.capture === 'pending' && event.type !== 'captured') return amounts;
  const left =
    payment.state === 'approved'
      ? without(payment, 'capture_failed', 'capture_delayed', 'vipps_unavailable')
      : paidLate(payment, policy);
  return { ...amounts, capture: 'captured', closingFor: null, problem: left };
}

function refunded(payment: Payment, totalMinor: number): Changes {
  const refundedAmount = Math.max(payment.refundedAmount, totalMinor);
  if (endedUnpaid(payment.state)) return refundedLate(payment, refundedAmount);
  const whole = refundedAmount >= payment.capturedAmount;
  const passed = ['refund_failed', 'refund_delayed', ...(whole ? ['paid_late' as const] : [])] as const;
  return { refundedAmount, refundingAmount: 0, problem: without(payment, ...passed) };
}

function ended(payment: Payment, event: PaymentEvent, state: PaymentState): Changes {
  const seen = amountsSeen(payment, event);
  const wasReserved = (seen.reservedAmount ?? payment.reservedAmount) > 0;
  const by = {
    cancelled: payment.closingFor === 'staff' ? 'staff' : 'customer',
    expired: 'timeout',
  } as const;
  const endedBy = payment.endedBy ?? (state === 'cancelled' || state === 'expired' ? by[state] : null);
  const isOver = endedUnpaid(payment.state);
  const isNews =
    payment.problem?.code === 'late_money' || (seen.reservedAmount ?? 0) > payment.reservedAmount;
  const nobodyMeant = isOver ? isNews : payment.closingFor !== null;
  if (nobodyMeant && wasReserved && payment.capturedAmount === 0) {
    return { ...seen, endedBy, problem: problem('released') };
  }
  return { ...seen, endedBy, problem: isOver || state === 'failed' ? payment.problem : null };
}

/** One problem at a time: what asks for a decision of staff is not covered by what passes by itself. */
function delayed(payment: Payment, next: Problem): Changes {
  return payment.problem?.code === 'paid_late' ? {} : { problem: next };
}

/**
 * @returns the fields that change, and the operation that must be stored with them.
 * @throws Refusal when the wish is out of bounds.
 */
export function changesOf(
  payment: Payment,
  event: PaymentEvent,
  sign: Sign,
  state: PaymentState,
  policy: Policy,
): Changes {
  switch (event.type) {
    case 'presented':
      return state === 'presented' ? { qrExpiresAtMs: event.qrExpiresAtMs } : {};
    case 'refused':
      return state === 'failed' ? { problem: event.problem } : ended(payment, event, state);
    case 'unfinished':
    case 'started_over':
      return { ...closing(payment, state, 'start'), problem: event.problem };
    case 'cancel':
      // [P3] Whoever asked for a cancel was promised that nothing is taken, also when time had run out before.
      return state === 'closing' && payment.closingFor !== 'start' ? { closingFor: 'staff' } : {};
    case 'clock':
      return closing(payment, state, 'timeout');
    case 'unreachable':
      return unreachable(payment);
    case 'capture':
      return captureAsked(payment, event.amount);
    case 'refund':
      return refundAsked(payment, event.amount, event.upTo);
    case 'refunded':
      return refunded(payment, event.refundedAmount);
    case 'capture_delayed':
    case 'refund_delayed':
      return delayed(payment, event.problem);
    case 'capture_refused':
      return { capture: payment.capturedAmount > 0 ? 'captured' : 'failed', problem: event.problem };
    case 'refund_refused':
      return { refundingAmount: 0, problem: event.problem };
    case 'absent':
      return state === payment.state ? unreachable(payment) : ended(payment, event, state);
    case 'observed':
    case 'captured':
    case 'released':
      return bySign(payment, event, sign, state, policy);
    default:
      return event satisfies never;
  }
}

function bySign(
  payment: Payment,
  event: PaymentEvent,
  sign: Sign,
  state: PaymentState,
  policy: Policy,
): Changes {
  if (sign === 'captured') return captured(payment, event, state, policy);
  if (sign === 'reserved') return reserved(payment, event, state, policy);
  if (sign === 'released') return ended(payment, event, state);
  if (sign === 'ran_out') return { ...reachable(payment), ...closing(payment, state, 'timeout') };
  return sign === 'declined' ? declined(payment) : reachable(payment);
}

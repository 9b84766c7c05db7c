// What an event changes in a payment besides its state.
import type { PaymentState, Problem } from '../contract.ts';
import type { Order, Payment, PaymentEvent, Policy, Sign } from './payment.ts';
import { Refusal } from './refusal.ts';

export type Changes = Partial<Omit<Payment, 'state' | 'version' | 'updatedAtMs' | 'endedAtMs'>> & {
  order?: Order;
};

const problems = {
  declined: 'The card was declined. The customer may try another one.',
  vipps_unavailable: 'Vipps MobilePay does not answer at the moment. Asking again.',
  released: 'The customer approved while the payment was being closed. The reservation was released.',
} as const;

function problem(code: keyof typeof problems): Problem {
  return { code, message: problems[code] };
}

/** Without `code`: a problem that has passed is forgotten, any other one stays. */
function without(payment: Payment, ...codes: Problem['code'][]): Problem | null {
  return payment.problem !== null && codes.includes(payment.problem.code) ? null : payment.problem;
}

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
  return payment.closingFor === 'start' ? {} : { problem: without(payment, 'vipps_unavailable') };
}

function amountsSeen(payment: Payment, event: PaymentEvent): Changes {
  if (event.type !== 'observed') return {};
  const seen = event.observation;
  // Amounts at Vipps only grow; what an older answer shows never takes anything back.
  return {
    reservedAmount: Math.max(payment.reservedAmount, seen.reservedAmount),
    capturedAmount: Math.max(payment.capturedAmount, seen.capturedAmount),
    refundedAmount: Math.max(payment.refundedAmount, seen.refundedAmount),
  };
}

function reserved(payment: Payment, event: PaymentEvent, state: PaymentState, policy: Policy): Changes {
  const seen = amountsSeen(payment, event);
  if (state !== 'approved' || payment.state === 'approved') return seen;
  const amount = seen.reservedAmount ?? payment.amount.value;
  const paid: Changes = { ...seen, problem: null, closingFor: null };
  if (policy.capture === 'manual') return paid;
  return { ...paid, capture: 'pending', order: { kind: 'capture', amount } };
}

function captured(payment: Payment, event: PaymentEvent): Changes {
  const entering = payment.state !== 'approved';
  const amounts: Changes =
    event.type === 'captured'
      ? { capturedAmount: Math.max(payment.capturedAmount, event.capturedAmount) }
      : amountsSeen(payment, event);
  // Our own capture is over only with its own answer; until then a look must not end it.
  if (payment.capture === 'pending' && event.type !== 'captured') return amounts;
  const left = entering ? null : without(payment, 'capture_failed', 'vipps_unavailable');
  return { ...amounts, capture: 'captured', closingFor: null, problem: left };
}

function ended(payment: Payment, event: PaymentEvent, state: PaymentState): Changes {
  const seen = amountsSeen(payment, event);
  const releasedMoney = payment.closingFor !== null && (seen.reservedAmount ?? payment.reservedAmount) > 0;
  const by = {
    cancelled: payment.closingFor === 'staff' ? 'staff' : 'customer',
    expired: 'timeout',
  } as const;
  const endedBy = payment.endedBy ?? (state === 'cancelled' || state === 'expired' ? by[state] : null);
  if (releasedMoney) return { ...seen, endedBy, problem: problem('released') };
  return { ...seen, endedBy, problem: state === 'failed' ? payment.problem : null };
}

/** A payment has at most one operation under way, so that each refers to amounts that are known. */
function oneAtATime(payment: Payment): void {
  if (payment.capture === 'pending') throw new Refusal('wrong_state', 'A capture is already under way.');
  if (payment.refundingAmount > 0) throw new Refusal('wrong_state', 'A refund is already under way.');
}

function captureAsked(payment: Payment, wanted: number | null): Changes {
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

function refundAsked(payment: Payment, amount: number): Changes {
  oneAtATime(payment);
  const left = payment.capturedAmount - payment.refundedAmount;
  if (amount > left) {
    throw new Refusal('refund_exceeds_captured', `At most ${left} (minor units) can be refunded.`);
  }
  return {
    refundingAmount: amount,
    problem: without(payment, 'refund_failed'),
    order: { kind: 'refund', amount },
  };
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
      return refundAsked(payment, event.amount);
    case 'refunded':
      return { refundedAmount: Math.max(payment.refundedAmount, event.refundedAmount), refundingAmount: 0 };
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
  if (sign === 'captured') return captured(payment, event);
  if (sign === 'reserved') return reserved(payment, event, state, policy);
  if (sign === 'released') return ended(payment, event, state);
  if (sign === 'declined')
    return { problem: payment.closingFor === 'start' ? payment.problem : problem('declined') };
  return reachable(payment);
}

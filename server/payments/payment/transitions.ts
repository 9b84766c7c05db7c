// The life of a payment, pure: `apply` decides, the store commits. Amounts are minor units, times milliseconds: `created` and
// `updated` by the wall clock, deadlines and `ended` by the steady clock, which no administrator can put forward or back.
import type { PaymentState } from '../../contract/payments.ts';
import { Refusal } from '../../core/refusal.ts';
import { changesOf } from './changes.ts';
import { type Trigger, triggerOf } from './trigger.ts';
import type { Order, Payment, PaymentEvent, Policy } from './types.ts';

/** These depend on why the payment is closing, and on whether the till has sold again. */
type Next = PaymentState | 'ended' | 'held' | 'taken';
type Row = Partial<Record<Trigger, Next>>;

const on = (next: Next, ...all: Trigger[]): Row => Object.fromEntries(all.map((trigger) => [trigger, next]));

const whileOpen: Row = {
  ...on('scanned', 'scanned', 'declined'),
  ...on('approved', 'reserved', 'captured', 'accepted'),
  ...on('cancelled', 'voided'),
  ...on('closing', 'cancel', 'ran_out'),
};

/** [P3] Money that turns up after the end is given back: released, or refunded if it was captured. */
function givingBack(state: PaymentState): Row {
  const seen = on(
    state,
    'nothing',
    'scanned',
    'declined',
    'reserved',
    'accepted',
    'captured',
    'voided',
    'not_ours',
  );
  return { ...seen, ...on(state, 'unreachable', 'refund', 'refunded', 'refund_delayed', 'refund_refused') };
}

/**
 * State x sign -> next state; what is not listed is illegal. `voided` is Vipps showing that nothing is held any more
 * (CANCEL, VOID) or accepting our cancel; `not_ours` is an order that another system made; `absent` is Vipps not knowing a payment that
 * never came to be there, `unknown` one that did; `unreachable` is a failed poll (P6).
 */
export const life: Readonly<Record<PaymentState, Row>> = {
  started: {
    ...on('presented', 'presented'),
    ...on('failed', 'refused', 'not_ours'),
    ...on('closing', 'unfinished', 'started_over', 'cancel'),
    ...on('started', 'lines_refused'),
    // Found at Vipps as it was left by a database that is lost.
    ...on('approved', 'reserved', 'captured', 'accepted'),
  },
  presented: { ...whileOpen, ...on('presented', 'nothing', 'unknown', 'unreachable', 'in_time') },
  scanned: { ...whileOpen, ...on('scanned', 'nothing', 'unknown', 'unreachable', 'in_time') },
  closing: {
    ...on('closing', 'presented', 'unfinished', 'nothing', 'scanned', 'declined', 'unknown', 'unreachable'),
    ...on('closing', 'in_time', 'ran_out', 'cancel', 'lines_refused'),
    ...on('held', 'reserved', 'accepted'),
    ...on('taken', 'captured'),
    ...on('ended', 'voided', 'absent', 'refused', 'not_ours'),
  },
  approved: {
    ...on('approved', 'reserved', 'accepted', 'captured', 'refunded', 'released', 'stopped', 'unreachable'),
    ...on('approved', 'found', 'stop_found'),
    ...on('approved', 'capture', 'capture_delayed', 'capture_refused'),
    ...on('approved', 'refund', 'refund_delayed', 'refund_refused'),
    ...on('approved', 'release', 'release_delayed', 'release_refused'),
    ...on('approved', 'stop', 'stop_delayed', 'stop_refused', 'lines_refused'),
  },
  cancelled: { ...givingBack('cancelled'), ...on('cancelled', 'cancel') },
  expired: givingBack('expired'),
  failed: givingBack('failed'),
};

const endOf = { staff: 'cancelled', timeout: 'expired', start: 'failed' } as const;

/** Nothing leaves a final state. */
export const finalStates = ['approved', 'cancelled', 'expired', 'failed'] as const satisfies PaymentState[];

export function isFinal(state: PaymentState): boolean {
  return finalStates.some((final) => final === state);
}

/** [P4] While this holds, the till takes no other payment. */
export const payableStates = ['started', 'presented', 'scanned'] as const satisfies PaymentState[];

/** Nobody has seen a code of it, and it goes on under no other reference: a database of ours that is lost has sold it. */
const wasPaidBefore = ({ closingFor, qrExpiresAtMs, problem }: Payment) =>
  closingFor === 'start' && qrExpiresAtMs === null && problem?.code !== 'started_over';

function nextState(
  payment: Payment,
  event: PaymentEvent,
  trigger: Trigger,
  { superseded }: Policy,
): PaymentState {
  const next = life[payment.state][trigger];
  if (next === undefined) {
    throw new Refusal('wrong_state', `A payment that is ${payment.state} cannot take "${trigger}".`);
  }
  if (next === 'ended') return endOf[payment.closingFor ?? 'staff'];
  const ranOut = payment.closingFor === 'timeout';
  // A customer who pays once the till sells again, or once Vipps has accepted our cancel, gets the money back (P3).
  const isLate = (ranOut && superseded) || (event.type === 'observed' && event.afterCancel === true);
  // Time ran out but the customer made it: they have paid. Cancelled: they have not.
  if (next === 'held') return (ranOut || wasPaidBefore(payment)) && !isLate ? 'approved' : 'closing';
  if (next === 'taken') return isLate ? endOf[payment.closingFor ?? 'staff'] : 'approved';
  return next;
}

export type Decision = { readonly payment: Payment; readonly trigger: Trigger; readonly order: Order | null };

/** Asked of every open payment every second, and nearly always no. */
function changesAnything(payment: Payment, changes: Partial<Payment>): boolean {
  for (const key in changes) {
    const [before, after] = [payment[key as keyof Payment], changes[key as keyof Payment]];
    if (before !== after && JSON.stringify(before) !== JSON.stringify(after)) return true;
  }
  return false;
}

/**
 * What becomes of a payment when something happens to it. When nothing changes, the very same payment comes back.
 * @throws Refusal `wrong_state`, `amount_out_of_range` or `refund_exceeds_captured`; the payment is as it was.
 */
export function apply(payment: Payment, event: PaymentEvent, policy: Policy): Decision {
  const trigger = triggerOf(payment, event, policy.steadyMs);
  const state = nextState(payment, event, trigger, policy);
  const { order, ...changes } = changesOf(payment, event, trigger, state, policy);
  if (state === payment.state && !changesAnything(payment, changes)) return { payment, trigger, order: null };
  const stamps = {
    updatedAtMs: policy.nowMs,
    endedAtMs: isFinal(state) ? (payment.endedAtMs ?? policy.steadyMs) : null,
    version: payment.version + 1,
  };
  return {
    payment: { ...payment, ...changes, state, ...stamps },
    trigger,
    order: order ?? null,
  };
}

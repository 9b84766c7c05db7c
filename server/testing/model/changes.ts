// The rules of docs/rules.md as property tests check them: at each change of a payment, next to what Vipps is and has told us.
import { endedUnpaid } from '../../payments/payment/late-money.ts';
import { isFinal } from '../../payments/payment/transitions.ts';
import type { Order, Payment } from '../../payments/payment/types.ts';
import { rule } from './rules.ts';
import { moneyIn } from './vipps/order.ts';
import type { ModelVipps } from './vipps/vipps.ts';

type Changed = {
  before: Payment;
  after: Payment;
  /** What is stored together with the change. */
  order: Order | null;
  /** Another payment of the till is newer. */
  superseded: boolean;
  /** Staff asked for what is ordered. */
  isWish: boolean;
};

export type ChangeChecks = {
  /** Told of each change of each payment, in their order. @throws what breaks a rule. */
  check(changed: Changed): void;
  /** Staff were told that this payment is being cancelled. */
  cancelGranted(reference: string): void;
};

const nothing = { reserved: 0, captured: 0, refunded: 0, released: 0 };

export function createChangeChecks(vipps: ModelVipps, steadyMs: () => number): ChangeChecks {
  const granted = new Set<string>();
  /** How many looks had been answered when time ran out. */
  const looksBefore = new Map<string, number>();

  function closing({ before, after }: Changed): void {
    const { reference, closingFor } = after;
    if (closingFor === before.closingFor || closingFor !== 'timeout') return;
    looksBefore.set(reference, vipps.told.polls(reference));
    const { state, qrExpiresAtMs, expiresAtMs } = before;
    const deadlineMs = (state === 'presented' ? qrExpiresAtMs : null) ?? expiresAtMs;
    const isOver = steadyMs() >= deadlineMs || vipps.told.over.has(reference);
    rule(isOver, 'time runs out by the steady clock, however the wall clock jumps', before);
  }

  function amounts({ after }: Changed): void {
    const { reservedAmount, capturedAmount, refundedAmount, refundingAmount } = after;
    const { releasedAmount, releasingAmount } = after;
    const all = [0, refundedAmount, capturedAmount, reservedAmount, after.amount.value];
    rule(
      all.every((amount, index) => Number.isInteger(amount) && amount >= (all[index - 1] ?? 0)),
      'what is refunded was captured, and what is captured was reserved',
      after,
    );
    const isInBounds = refundingAmount >= 0 && refundedAmount + refundingAmount <= capturedAmount;
    rule(isInBounds, 'no more is being refunded than was captured', after);
    const kept = reservedAmount - capturedAmount - releasedAmount;
    const isHeld = releasedAmount >= 0 && releasingAmount >= 0 && releasingAmount <= kept;
    rule(isHeld, 'what is released was reserved, and not captured', after);
    const order = vipps.orders.get(after.reference);
    const { reserved, captured, refunded, released } = order ?? nothing;
    const isTrue = reservedAmount <= reserved && capturedAmount <= captured && refundedAmount <= refunded;
    rule(isTrue && releasedAmount <= released, '[P1] no amount is more than Vipps has', { after, order });
  }

  function approved({ before, after, superseded }: Changed): void {
    const { reference, capturedAmount, problem } = after;
    rule(vipps.told.paid.has(reference), '[P1] approved only after Vipps has shown the money', after);
    rule(!granted.has(reference) || capturedAmount > 0, '[P3] what staff cancelled is not approved', after);
    const ranOut = before.closingFor === 'timeout';
    rule(!(ranOut && superseded), '[P3] what ran out is not taken after the till has sold again', after);
    const isLate = (before.closingFor !== null && !ranOut) || granted.has(reference);
    rule(!isLate || problem?.code === 'paid_late', '[P3] staff are told who paid late', after);
  }

  /** The customer was promised that nothing is taken: so it was, and nothing can be any more. */
  function unpaid({ before, after, superseded }: Changed): void {
    const { reference, state } = after;
    const order = vipps.orders.get(reference);
    const isRefunded = after.capturedAmount > 0 && after.refundingAmount === after.capturedAmount;
    const isLate = (before.closingFor === 'timeout' && superseded) || vipps.told.over.has(reference);
    if (isLate && isRefunded) return;
    // An agreement of which Vipps has told no name was never shown to anybody, and never will be.
    const never = after.agreement?.id === null || (order === undefined && !vipps.told.mayTurnUp(reference));
    const told = never || vipps.told.over.has(reference);
    rule(told, `[P1] ${state} only after Vipps has said that nothing is held`, { after, order });
    const hasLooked = vipps.told.polls(reference) > (looksBefore.get(reference) ?? 0);
    rule(state !== 'expired' || hasLooked, '[P1] expired only after a poll that began after it', after);
    if (order === undefined || order.paidAfterCancel || !order.isOurs) return;
    rule(
      after.endedBy !== 'customer' || order.ended,
      '[P1] the customer said no only where Vipps says so',
      after,
    );
    rule(moneyIn(order) === 0 && !vipps.isRunning(reference), `[P1] ${state} but there is money`, order);
    // Where a start is repeated, one that nobody was shown may be left to run out.
    const isSeen = after.qrExpiresAtMs !== null || after.api === 'ecom';
    rule(!isSeen || !vipps.canBePaid(order), `[P1] ${state} but it can be paid`, order);
  }

  /** "Released" is a word that is not taken back. */
  function released({ before, after }: Changed): void {
    const { reference, problem, reservedAmount, capturedAmount } = after;
    const [was, is] = [before.problem?.code, problem?.code];
    const isSaid = is === 'released' && was !== 'released';
    rule(!isSaid || vipps.told.gone.has(reference), '[P3] released is what a poll shows', after);
    const isMore = reservedAmount > before.reservedAmount || capturedAmount > before.capturedAmount;
    rule(was !== 'released' || is !== 'late_money' || isMore, '[P3] released, and held again', before);
  }

  function agreement({ before, after }: Changed): void {
    if (after.agreement === null) return;
    const { reference, state, problem } = after;
    const { id, stop } = after.agreement;
    const isNamed = state === 'started' || state === 'closing' || endedUnpaid(state) || id !== null;
    rule(isNamed, '[P3] an agreement is shown once its name is stored', after);
    const wasStopped = before.agreement?.stop === 'stopped';
    rule(!wasStopped || stop === 'stopped', 'an agreement that is stopped stays so', after);
    const isOver = stop !== 'stopped' || !vipps.isRunning(reference);
    rule(isOver, '[P1] stopped only after Vipps has stopped it', after);
    const isLate = endedUnpaid(state) && vipps.told.running.has(reference);
    // What was captured is refunded, and what runs is stopped, one after the other.
    const codes = ['late_money', 'late_refunded', 'refund_delayed', 'refund_failed'];
    const isTold = codes.some((code) => code === problem?.code);
    rule(!isLate || isTold, '[P3] staff are told who subscribed late', after);
  }

  function ordered({ before, after, isWish }: Changed, order: Order): void {
    rule(order.amount > 0 || order.kind === 'stop', 'an operation moves something', order);
    if (order.kind === 'refund') {
      const isNews = after.capturedAmount > before.capturedAmount;
      rule(isWish || isNews, '[P2] a refund of late money is ordered once', { before, order });
      return;
    }
    rule(after.state === 'approved', `[P3] a ${order.kind} of a payment that is ${after.state}`, after);
    // What somebody has captured in the portal is paid all the same, and staff may take the rest.
    const isUnwanted = (granted.has(after.reference) && !isWish) || endedUnpaid(before.state);
    rule(!isUnwanted || order.kind !== 'capture', '[P3] a capture of what was cancelled', after);
    const isOnce = order.kind !== 'stop' || before.agreement?.stop === 'none';
    rule(isOnce, '[P2] an agreement is stopped once', before);
    const all = before.capturedAmount + before.releasedAmount + order.amount;
    rule(all <= after.reservedAmount, '[P3] what was given back is not taken', { before, order });
  }

  return {
    check(changed) {
      const { before, after, order } = changed;
      rule(after.version === before.version + 1, 'versions grow by one', { before, after });
      const isMoved = after.state !== before.state;
      rule(!isFinal(before.state) || !isMoved, 'final states are final', { before, after });
      amounts(changed);
      closing(changed);
      released(changed);
      agreement(changed);
      if (isMoved && after.state === 'approved') approved(changed);
      if (isMoved && endedUnpaid(after.state)) unpaid(changed);
      if (order !== null) ordered(changed, order);
    },
    cancelGranted: (reference) => granted.add(reference),
  };
}

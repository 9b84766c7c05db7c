// The payment in the middle column: what the till shows, and its result until the cashier goes on.
import type { PaymentView } from '../../../server/contract/payments.ts';
import { isFinal } from '../../ui/till/states.ts';
import { isMoving } from '../payment/balances.ts';

export type FollowedPayment = {
  readonly payment: PaymentView | null;
  /** The payment that the cashier has put away; the till may show it a little longer. */
  readonly putAway: string | null;
  /** The cashier has begun the next sale: this one is told in a line, and still followed. */
  readonly isFolded: boolean;
};
export const nothingFollowed: FollowedPayment = { payment: null, putAway: null, isFolded: false };

/** Takes in a newer version of a payment; returns the same object when nothing has changed. */
export function afterSeeing(shown: FollowedPayment, seen: PaymentView | null): FollowedPayment {
  if (seen === null || seen.reference === shown.putAway) return shown;
  const known = shown.payment;
  const isKnown = known?.reference === seen.reference;
  if (isKnown && known.version >= seen.version) return shown;
  return { ...shown, payment: seen, isFolded: isKnown && shown.isFolded };
}

/** After the first key of the next sale. */
export function afterFolding(shown: FollowedPayment): FollowedPayment {
  return shown.payment === null || shown.isFolded ? shown : { ...shown, isFolded: true };
}

/** After "New sale". */
export function afterPuttingAway(shown: FollowedPayment): FollowedPayment {
  return { payment: null, putAway: shown.payment?.reference ?? shown.putAway, isFolded: false };
}

/** Nothing is under way any more; money can still turn up on it, and staff can capture or refund it. */
export function isSettled(payment: PaymentView): boolean {
  const { state, capture, problem } = payment;
  if (isMoving(payment)) return false;
  if (state === 'approved') return capture === 'captured' || (capture === 'none' && problem === null);
  return isFinal(state);
}

/** How often to ask for a payment that the till has left behind, in milliseconds. */
export function followEveryMs(payment: PaymentView): number {
  return isSettled(payment) ? 15_000 : 2_000;
}

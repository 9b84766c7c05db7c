// What the history of an order adds up to.
import type { Entry, Operation, Order } from './types.ts';

/** Minor units. */
export type Summary = {
  opened: boolean;
  /** The customer has said yes: also to an agreement that begins without a payment. */
  approved: boolean;
  reserved: number;
  captured: number;
  refunded: number;
  released: number;
  cancelled: boolean;
  /** The customer has approved, or tried to. */
  reacted: boolean;
};

export const isPaid = (entry: Entry): boolean =>
  entry.success && (entry.operation === 'RESERVE' || entry.operation === 'SALE');

const endings: readonly Operation[] = ['CANCEL', 'VOID'];

const total = (order: Order, operation: Operation) =>
  order.history
    .filter((entry) => entry.success && entry.operation === operation)
    .reduce((sum, entry) => sum + entry.amount, 0);

export function summarize(order: Order): Summary {
  const sold = total(order, 'SALE');
  const released = total(order, 'VOID');
  const captured = total(order, 'CAPTURE') + sold;
  // What is paid after a cancel, or after it was given back, is held all the same: see late-approval.ts.
  const last = order.history.findLast((entry) => endings.includes(entry.operation) || isPaid(entry));
  return {
    opened: order.transactionId !== null,
    approved: order.history.some(isPaid),
    reserved: total(order, 'RESERVE') + sold,
    captured,
    refunded: total(order, 'REFUND'),
    released,
    cancelled: last?.operation === 'CANCEL' || (last?.operation === 'VOID' && captured === 0),
    reacted: order.history.some(({ operation }) => operation === 'RESERVE' || operation === 'SALE'),
  };
}

/** Until when the customer can approve. */
export const deadlineOf = ({ expiresAtMs, threeDSecureUntilMs = 0 }: Order): number =>
  Math.max(expiresAtMs, threeDSecureUntilMs);

const dayMs = 86_400_000;

/** Until when what is reserved can be captured: 180 days in Norway, 14 elsewhere. Null while nothing is reserved. */
export function captureUntilMs({ history, currency }: Order): number | null {
  const reservation = history.findLast(({ operation, success }) => operation === 'RESERVE' && success);
  return reservation ? reservation.atMs + (currency === 'NOK' ? 180 : 14) * dayMs : null;
}

/** Minor units that can still be captured. */
export function remainingToCapture(order: Order): number {
  const { reserved, captured, released } = summarize(order);
  return reserved - captured - released;
}

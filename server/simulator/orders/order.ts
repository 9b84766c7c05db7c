// One order and everything that can happen to it. Pure: no clock, no randomness, no HTTP.
import { captureUntilMs, deadlineOf, remainingToCapture, summarize } from './summary.ts';
import type { Entry, Operation, Order } from './types.ts';

export type Obstacle =
  | 'expired'
  | 'already_paid'
  | 'cancelled'
  | 'three_d_secure'
  | 'not_cancelled'
  | 'no_direct_capture'
  | 'captured'
  | 'not_reserved'
  | 'above_reserved'
  | 'capture_too_late'
  | 'not_captured'
  | 'above_captured'
  | 'refund_too_late';

/** Thrown when an order is not in a state for what was asked; nothing has changed then. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    super(`Not possible: ${obstacle}`);
    this.obstacle = obstacle;
  }
}

/** When the merchant asks for something, the words for it, and the idempotency key (empty when there is none). */
export type Request = { nowMs: number; text: string; requestId: string };
/** `transactionId` is the one that the operation gets, if it gets a new one. */
export type Act = { nowMs: number; transactionId: string };

// eCom API guide, "Refund".
const refundWindowMs = 365 * 86_400_000;

/** @param requestId the idempotency key, where the API takes one */
export function createOrder(
  facts: Omit<Order, 'transactionId' | 'history'>,
  nowMs: number,
  requestId = '',
): Order {
  const fresh: Order = { ...facts, transactionId: null, history: [] };
  return append(fresh, 'INITIATE', facts.amount, { nowMs, text: facts.text, requestId });
}

/** Whether the customer can still open and approve the order. */
export function isPayable(order: Order, nowMs: number): boolean {
  return whyNotPayable(order, nowMs) === null;
}

/** The customer opens the payment: from now on it has a transaction id. Opening again changes nothing. */
export function open(order: Order, act: Act): Order {
  const obstacle = whyNotPayable(order, act.nowMs);
  if (obstacle !== null) throw new NotPossible(obstacle);
  return order.transactionId === null ? { ...order, transactionId: act.transactionId } : order;
}

/** The customer is with the bank for so long: see `threeDSecureUntilMs`. */
export function startThreeDSecure(order: Order, forMs: number, nowMs: number): Order {
  const obstacle = whyNotPayable(order, nowMs);
  if (obstacle !== null) throw new NotPossible(obstacle);
  return { ...order, threeDSecureUntilMs: nowMs + forMs };
}

/** The customer approves: the money is reserved, or taken at once where the sales unit has direct capture. */
export function approve(order: Order, act: Act): Order {
  return react(order, act, true);
}

/** The customer's card is declined. The order stays payable: another card may do. */
export function decline(order: Order, act: Act): Order {
  return react(order, act, false);
}

/** The customer says no. */
export function refuse(order: Order, act: Act): Order {
  return append(open(order, act), 'CANCEL', order.amount, byCustomer(order, act.nowMs));
}

/** @param amount minor units; 0 captures all that is left (eCom API guide, "Capture"). */
export function capture(order: Order, amount: number, act: Request & Act): Order {
  const { approved, cancelled } = summarize(order);
  if (!approved || cancelled) throw new NotPossible('not_reserved');
  const left = remainingToCapture(order);
  if (left === 0 || amount > left) throw new NotPossible('above_reserved');
  if (act.nowMs > (captureUntilMs(order) ?? Number.POSITIVE_INFINITY))
    throw new NotPossible('capture_too_late');
  return append(order, 'CAPTURE', amount === 0 ? left : amount, act);
}

/** @param amount minor units; 0 refunds all that is left */
export function refund(order: Order, amount: number, act: Request & Act): Order {
  const { captured, refunded, cancelled } = summarize(order);
  if (cancelled) throw new NotPossible('cancelled');
  const first = order.history.find(({ operation }) => operation === 'CAPTURE' || operation === 'SALE');
  if (captured === 0 || first === undefined) throw new NotPossible('not_captured');
  const left = captured - refunded;
  if (left === 0 || amount > left) throw new NotPossible('above_captured');
  if (act.nowMs - first.atMs > refundWindowMs) throw new NotPossible('refund_too_late');
  return append(order, 'REFUND', amount === 0 ? left : amount, act);
}

/** The merchant cancels: CANCEL before the reservation, VOID of what is left after it. An expired order can be cancelled too. */
export function cancel(order: Order, releaseRemaining: boolean, request: Request): Order {
  const { approved, reserved, captured, cancelled } = summarize(order);
  if (cancelled) throw new NotPossible('cancelled');
  if (!approved && request.nowMs < (order.threeDSecureUntilMs ?? 0)) throw new NotPossible('three_d_secure');
  if (reserved === 0) return append(order, 'CANCEL', order.amount, request);
  const left = remainingToCapture(order);
  if (captured > 0 && (!releaseRemaining || left === 0)) throw new NotPossible('captured');
  return append(order, 'VOID', left, request);
}

function whyNotPayable(order: Order, nowMs: number): Obstacle | null {
  const { approved, cancelled } = summarize(order);
  if (cancelled) return 'cancelled';
  if (approved) return 'already_paid';
  return nowMs >= deadlineOf(order) ? 'expired' : null;
}

function react(order: Order, act: Act, success: boolean): Order {
  const operation = order.directCapture ? 'SALE' : 'RESERVE';
  return append(open(order, act), operation, order.amount, byCustomer(order, act.nowMs), success);
}

export function byCustomer(order: Order, nowMs: number): Request {
  return { nowMs, text: order.text, requestId: '' };
}

export function append(
  order: Order,
  operation: Operation,
  amount: number,
  by: Request & { transactionId?: string },
  success = true,
): Order {
  const { nowMs, text, requestId, transactionId = null } = by;
  const entry: Entry = { operation, amount, success, atMs: nowMs, text, requestId, transactionId };
  return { ...order, history: [...order.history, entry] };
}

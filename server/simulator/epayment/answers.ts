// What the ePayment API says of an order.
import { createHash } from 'node:crypto';
import { captureUntilMs, deadlineOf, summarize } from '../orders/summary.ts';
import type { Entry, Operation, Order } from '../orders/types.ts';

export type State = 'CREATED' | 'AUTHORIZED' | 'ABORTED' | 'EXPIRED' | 'TERMINATED';

/** Captures, refunds and what is cancelled after the approval leave it AUTHORIZED: the aggregate tells of those. */
export function stateOf(order: Order, nowMs: number): State {
  if (summarize(order).reserved > 0) return 'AUTHORIZED';
  const end = order.history.findLast(({ operation }) => operation === 'CANCEL');
  if (end !== undefined) return isByCustomer(end) ? 'ABORTED' : 'TERMINATED';
  return nowMs >= deadlineOf(order) ? 'EXPIRED' : 'CREATED';
}

/** Body of `GET …/payments/{reference}`. Nothing in it tells whether the customer has opened the payment. */
export function payment(order: Order, nowMs: number, redirectUrl: string) {
  const untilMs = captureUntilMs(order);
  return {
    ...changed(order, nowMs),
    paymentMethod: { type: 'WALLET' },
    // Filled only for payments that ask for the customer's data.
    profile: {},
    redirectUrl,
    ...(untilMs !== null && { captureGuaranteedUntil: new Date(untilMs).toISOString() }),
    ...(order.metadata && { metadata: order.metadata }),
  };
}

/** Body of a successful capture, refund or cancel. */
export function changed(order: Order, nowMs: number) {
  const state = stateOf(order, nowMs);
  const { reserved, captured, refunded, released } = summarize(order);
  // API guide, "Cancel before authorization": the example shows all of the amount as cancelled.
  const cancelled = state === 'TERMINATED' ? order.amount : released;
  const amount = (value: number) => ({ currency: order.currency, value });
  return {
    aggregate: {
      authorizedAmount: amount(reserved),
      cancelledAmount: amount(cancelled),
      capturedAmount: amount(captured),
      refundedAmount: amount(refunded),
    },
    amount: amount(order.amount),
    state,
    pspReference: pspReference(order),
    reference: order.orderId,
  };
}

const names: Record<Operation, string> = {
  INITIATE: 'CREATED',
  RESERVE: 'AUTHORIZED',
  // Never here: the API has no direct capture.
  SALE: 'CAPTURED',
  CAPTURE: 'CAPTURED',
  REFUND: 'REFUNDED',
  CANCEL: 'TERMINATED',
  VOID: 'CANCELLED',
};

/** Body of `GET …/events`: oldest first, as in the API guide's example. */
export function events(order: Order, nowMs: number) {
  const reference = order.orderId;
  const happened = order.history.map((entry) => ({
    reference,
    pspReference: eventReference(order, entry),
    name: entry.operation === 'CANCEL' && isByCustomer(entry) ? 'ABORTED' : names[entry.operation],
    amount: { currency: order.currency, value: entry.amount },
    timestamp: new Date(entry.atMs).toISOString(),
    ...(entry.requestId !== '' && { idempotencyKey: entry.requestId }),
    success: entry.success,
  }));
  if (stateOf(order, nowMs) !== 'EXPIRED') return happened;
  const expired = {
    reference,
    pspReference: pspReference(order),
    name: 'EXPIRED',
    amount: { currency: order.currency, value: order.amount },
    timestamp: new Date(deadlineOf(order)).toISOString(),
    success: true,
  };
  return [...happened, expired];
}

// What the merchant asks for carries an idempotency key, always.
const isByCustomer = ({ requestId }: Entry) => requestId === '';

/** The payment's own id at Vipps: a UUID that stays, and that tells nothing of the secrets in the order. */
function pspReference({ token }: Order): string {
  const hex = createHash('sha256').update(token).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** Operations on money have an id of their own. */
function eventReference(order: Order, entry: Entry): string {
  const own = entry.operation === 'RESERVE' ? order.transactionId : entry.transactionId;
  return own ?? pspReference(order);
}

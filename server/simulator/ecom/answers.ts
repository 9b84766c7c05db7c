// What the eCom API says of an order.
import { deadlineOf, remainingToCapture, summarize } from '../orders/summary.ts';
import type { Entry, Order } from '../orders/types.ts';

/** Body of `GET …/details`: the whole history, newest first. */
export function details(order: Order) {
  return {
    orderId: order.orderId,
    ...transactionSummary(order),
    transactionLogHistory: logHistory(order),
  };
}

/** Newest first. No entry has a transaction id until the customer has opened the payment. */
export function logHistory(order: Order) {
  return order.history.toReversed().map((entry) => ({
    amount: entry.amount,
    transactionText: entry.text,
    ...transactionId(order, entry),
    timeStamp: new Date(entry.atMs).toISOString(),
    operation: entry.operation,
    requestId: entry.requestId,
    operationSuccess: entry.success,
  }));
}

/** Body of the deprecated `GET …/status`: the last operation, in the words of the guide's "Responses from requests". */
export function status(order: Order, nowMs: number) {
  const last = lastOf(order);
  const isIgnored = last.operation === 'INITIATE' && nowMs >= deadlineOf(order);
  return {
    orderId: order.orderId,
    transactionInfo: {
      amount: last.amount,
      status: isIgnored ? 'REJECTED' : last.success ? last.operation : 'FAILED',
      timeStamp: new Date(last.atMs).toISOString(),
      ...transactionId(order, last),
    },
  };
}

/** Body of a successful capture or cancel. @param shown of which the totals are. */
export function changed(order: Order, status: 'Captured' | 'Cancelled', shown = order) {
  return {
    orderId: order.orderId,
    transactionInfo: transactionInfo(order, status),
    ...transactionSummary(shown),
  };
}

/** Body of a successful refund, which names its transaction otherwise than capture and cancel do. @param shown as of `changed`. */
export function refunded(order: Order, shown = order) {
  return {
    orderId: order.orderId,
    transaction: transactionInfo(order, 'Refund'),
    ...transactionSummary(shown),
  };
}

function transactionInfo(order: Order, status: string) {
  const last = lastOf(order);
  return {
    amount: last.amount,
    transactionText: last.text,
    status,
    ...transactionId(order, last),
    timeStamp: new Date(last.atMs).toISOString(),
  };
}

function transactionSummary(order: Order) {
  const { captured, refunded, reacted } = summarize(order);
  if (!reacted) return {};
  return {
    transactionSummary: {
      capturedAmount: captured,
      refundedAmount: refunded,
      remainingAmountToCapture: remainingToCapture(order),
      remainingAmountToRefund: captured - refunded,
    },
  };
}

function transactionId(order: Order, entry: Entry): { transactionId?: string } {
  const id = entry.transactionId ?? order.transactionId;
  return id === null ? {} : { transactionId: id };
}

function lastOf(order: Order): Entry {
  const last = order.history.at(-1);
  if (last === undefined) throw new Error('An order has at least its INITIATE entry');
  return last;
}

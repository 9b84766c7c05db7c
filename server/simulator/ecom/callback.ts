// What eCom tells a merchant's server of its own accord: https://developer.vippsmobilepay.com/docs/APIs/ecom-api/vipps-ecom-api#callbacks
import { isLocal } from '../network.ts';
import type { Entry, Order } from '../orders/types.ts';

export type Callback = { url: string; headers: Record<string, string>; body: string; timeoutMs: number };
/** Sends a callback; rejects when it did not arrive in time. */
export type Post = (callback: Callback) => Promise<void>;

// "Vipps callbacks require a response within 3 seconds".
const timeoutMs = 3000;

export const postCallback: Post = async ({ url, headers, body, timeoutMs: limitMs }) => {
  const signal = AbortSignal.timeout(limitMs);
  // Redirects are not followed, as at Vipps; here one would also lead away from this machine.
  const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
  await response.body?.cancel();
};

/**
 * Tells the merchant of what the customer has just done, once and in the background: whether it arrives changes nothing.
 * Only servers on this machine are told: the simulator calls nobody else.
 */
export function createCallbacks(post: Post): (order: Order) => void {
  return (order) => {
    const callback = toCallback(order);
    if (callback !== null) post(callback).catch(() => undefined);
  };
}

/** null when there is nothing to tell, or nobody. */
function toCallback(order: Order): Callback | null {
  const last = order.history.at(-1);
  const status = last && statusOf(last);
  if (order.callback === undefined || last === undefined || status === undefined) return null;
  const url = `${order.callback.prefix}/v2/payments/${order.orderId}`;
  if (!isLocal(url)) return null;
  const { authToken } = order.callback;
  return {
    url,
    headers: {
      'Content-Type': 'application/json;charset=UTF-8',
      ...(authToken && { Authorization: authToken }),
    },
    body: JSON.stringify(bodyOf(order, last, status)),
    timeoutMs,
  };
}

/** In the words of the schema CallbackTransactionInfoRegular, which has none of its own for a declined card. */
function statusOf({ operation, success }: Entry): string | undefined {
  switch (operation) {
    case 'RESERVE':
      return success ? 'RESERVED' : 'REJECTED';
    case 'SALE':
      return success ? 'SALE' : 'REJECTED';
    case 'CANCEL':
      return 'CANCELLED';
    default:
      return undefined;
  }
}

/** Schema RegularCheckOutPaymentRequest. */
function bodyOf(order: Order, last: Entry, status: string) {
  return {
    merchantSerialNumber: order.msn,
    orderId: order.orderId,
    transactionInfo: {
      amount: order.amount,
      status,
      timeStamp: new Date(last.atMs).toISOString(),
      ...(order.transactionId !== null && { transactionId: order.transactionId }),
    },
    ...(!last.success && {
      errorInfo: { errorGroup: 'Payment', errorCode: '42', errorMessage: 'Refused by issuer bank' },
    }),
  };
}

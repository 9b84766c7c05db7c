// The eCom API, in its own words: orderId, details, transactionLogHistory.
import { z } from 'zod';
import { minor } from '../amount.ts';
import {
  type Gateway,
  type Operation,
  type Order,
  type PolledOrder,
  ReferenceTaken,
  StartUnfinished,
} from '../gateway.ts';
import { certainlyNotDone, VippsInvalidResponse, VippsRejected } from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import type { Receipts } from '../order-lines.ts';
import { isAnother, isKnownOurs, type Whose } from '../origin.ts';
import type { Qr } from '../qr.ts';
import { historySchema, originOf, readHistory } from './history.ts';

/** The path of a call names the order; where the answer does so, too, it has to be the same. */
const orderId = z.string().nullish();
const initiateSchema = z.object({ orderId, url: z.url() });
const detailsSchema = z.object({ orderId, transactionLogHistory: historySchema });
// What moves money has been done only when the answer names the order and says so.
const totalsSchema = z.object({
  orderId: z.string(),
  // The official description does not require it; without it the history tells.
  transactionSummary: z.object({ capturedAmount: minor, refundedAmount: minor }).nullish(),
});
const cancelSchema = z.object({
  orderId: z.string(),
  transactionInfo: z.object({ status: z.literal('Cancelled') }),
});

const isOfAnother = (answer: { orderId?: string | null | undefined }, reference: string) =>
  typeof answer.orderId === 'string' && answer.orderId !== reference;

/** eCom has no text for these on its own, and takes none that is empty. */
const shortText = (text: string) => text.slice(0, 100) || 'Tillside';

/** Only eCom's own word counts: a 404 from something in between says nothing about money. */
const isUnknownOrder = (error: unknown) => error instanceof VippsRejected && error.code === '35';

export type EcomDeps = {
  send: Send;
  qr: Pick<Qr, 'present'>;
  receipts: Receipts;
  whose: Whose;
  merchantSerialNumber: string;
  fallbackUrl: string;
  callbackUrl: string;
  /** What Vipps sends back with its callbacks about an order, so that they can be told from anybody's. */
  callbackToken: (reference: string) => string;
};

export function createEcom(deps: EcomDeps): Gateway {
  const { send, merchantSerialNumber } = deps;
  const path = (reference: string, call: string) =>
    `/ecomm/v2/payments/${encodeURIComponent(reference)}/${call}`;
  const body = (text: string, amount?: number) => ({
    merchantInfo: { merchantSerialNumber },
    transaction: { ...(amount === undefined ? {} : { amount }), transactionText: shortText(text) },
  });
  const putCancel = ({ reference }: Order) =>
    ({ method: 'PUT', path: path(reference, 'cancel'), name: 'cancel', schema: cancelSchema }) as const;

  return {
    async start(order, signal) {
      const url = await initiate(order, signal);
      try {
        return await deps.qr.present(url, signal);
      } catch (error) {
        throw new StartUnfinished(error, { lost: false });
      }
    },

    poll,
    // The history has them.
    doneKeys: () => Promise.resolve(null),

    // Not idempotent by any key: a second one is refused, and a poll tells.
    async cancel(order, requestId, signal) {
      await send({ ...putCancel(order), requestId, body: body(order.text), signal });
    },

    async release(order, { key }, signal) {
      const wish = { ...body(order.text), shouldReleaseRemainingFunds: true };
      const named = { requestId: key, headers: { 'X-Request-Id': key } };
      await send({ ...putCancel(order), ...named, body: wish, signal });
    },

    async capture(order, operation, signal) {
      const { capturedAmount } = await operate('capture', order, operation, signal);
      return { capturedAmount };
    },

    async refund(order, operation, signal) {
      const { refundedAmount } = await operate('refund', order, operation, signal);
      return { refundedAmount };
    },

    stop: () => Promise.reject(new Error('a sale is no agreement')),

    sendReceipt: (order, signal) => deps.receipts.send('ecom', order.reference, order, signal),
  };

  async function poll(order: Order, signal?: AbortSignal): Promise<PolledOrder | null> {
    const { reference } = order;
    const call = { method: 'GET', path: path(reference, 'details') } as const;
    try {
      const details = await send({ ...call, name: 'details', signal, schema: detailsSchema });
      const history = details.transactionLogHistory;
      const origin = originOf(history);
      const isKnown = isKnownOurs(order);
      if (isOfAnother(details, reference) || (isKnown && origin !== null && isAnother(order, origin))) {
        throw new VippsInvalidResponse('details of another order', { ...call, requestId: reference });
      }
      const isOurs = isKnown || deps.whose.isOurs(order, origin, shortText(order.text));
      return { ...readHistory(history, order.amount.value), isOurs };
    } catch (error) {
      if (isUnknownOrder(error)) return null;
      throw error;
    }
  }

  async function operate(
    name: 'capture' | 'refund',
    order: Order,
    { amountMinor, key }: Operation,
    signal?: AbortSignal,
  ) {
    const answer = await send({
      method: 'POST',
      path: path(order.reference, name),
      name,
      schema: totalsSchema,
      body: body(order.text, amountMinor),
      requestId: key,
      headers: { 'X-Request-Id': key },
      signal,
    });
    return answer.transactionSummary ?? totals(order, signal);
  }

  /** Captured and refunded so far, for an answer that leaves them out. */
  async function totals(order: Order, signal?: AbortSignal): Promise<PolledOrder> {
    const seen = await poll(order, signal);
    if (seen !== null) return seen;
    const call = { method: 'GET', path: 'details', requestId: order.reference };
    throw new VippsInvalidResponse('an order that is gone', call);
  }

  /** Not idempotent at Vipps: sent once, never repeated. */
  async function initiate({ reference, amount, text }: Order, signal?: AbortSignal): Promise<string> {
    const authToken = deps.callbackToken(reference);
    const addresses = { callbackPrefix: deps.callbackUrl, fallBack: deps.fallbackUrl, authToken };
    const call = { method: 'POST', path: '/ecomm/v2/payments' } as const;
    try {
      const answer = await send({
        ...call,
        name: 'initiate',
        schema: initiateSchema,
        signal,
        body: {
          customerInfo: {},
          merchantInfo: { merchantSerialNumber, ...addresses },
          transaction: { orderId: reference, amount: amount.value, transactionText: shortText(text) },
        },
      });
      if (!isOfAnother(answer, reference)) return answer.url;
      throw new VippsInvalidResponse('a landing page of another order', { ...call, requestId: reference });
    } catch (error) {
      // The reference is in use.
      if (error instanceof VippsRejected && error.code === '34') throw new ReferenceTaken(error);
      throw certainlyNotDone(error) ? error : new StartUnfinished(error, { lost: true });
    }
  }
}

// The eCom API, in its own words: orderId, details, transactionLogHistory.
import { z } from 'zod';
import { certainlyNotDone, VippsInvalidResponse, VippsRejected } from './errors.ts';
import { type Gateway, type Operation, type Sight, StartUnfinished } from './gateway.ts';
import { minor } from './minor.ts';
import type { Qr } from './qr.ts';
import type { Send } from './send.ts';

const initiateSchema = z.object({ orderId: z.string(), url: z.url() });
const entrySchema = z.object({
  operation: z.enum(['INITIATE', 'RESERVE', 'SALE', 'CAPTURE', 'REFUND', 'CANCEL', 'VOID']),
  operationSuccess: z.boolean(),
  amount: minor,
  transactionId: z.coerce.string().nullish(),
  requestId: z.string().nullish(),
});
const detailsSchema = z.object({ orderId: z.string(), transactionLogHistory: z.array(entrySchema).min(1) });
const totalsSchema = z.object({
  orderId: z.string(),
  // The official description does not require it; without it the history tells.
  transactionSummary: z.object({ capturedAmount: minor, refundedAmount: minor }).optional(),
});
const cancelSchema = z.object({
  orderId: z.string(),
  transactionInfo: z.object({ status: z.literal('Cancelled') }),
});

type Entry = z.infer<typeof entrySchema>;

/** The newest of these tells whether anything is held. */
const endings: ReadonlySet<Entry['operation']> = new Set(['RESERVE', 'SALE', 'CANCEL', 'VOID']);

/**
 * What a history says. It is newest first and whole; `operationSuccess` must be read: a RESERVE without it is a declined card.
 * The appearance of a transactionId is the scan.
 */
export function readHistory(history: readonly Entry[]): Sight {
  const sum = (...operations: Entry['operation'][]) =>
    history
      .filter((entry) => entry.operationSuccess && operations.includes(entry.operation))
      .reduce((total, entry) => total + entry.amount, 0);
  const attempt = history.find((entry) => entry.operation === 'RESERVE' || entry.operation === 'SALE');
  const reservedAmount = sum('RESERVE', 'SALE');
  // A cancel says nothing about money that was reserved after it.
  const newest = history.find((entry) => entry.operationSuccess && endings.has(entry.operation));
  return {
    scanned: history.some((entry) => Boolean(entry.transactionId)),
    declined: attempt !== undefined && reservedAmount === 0,
    reservedAmount,
    // A SALE is reserved and captured in one ("direct capture" sales units).
    capturedAmount: sum('CAPTURE', 'SALE'),
    refundedAmount: sum('REFUND'),
    cancelled: newest?.operation === 'CANCEL' || newest?.operation === 'VOID',
    // eCom has no word for it: our own clock ends the payment, and our cancel is shown.
    expired: false,
    doneKeys: keysOf(history),
  };
}

/** The request ids of what was carried out. An order that has only entries without one tells nothing. */
function keysOf(history: readonly Entry[]): string[] | null {
  const done = history.filter(
    ({ operation, operationSuccess }) =>
      operationSuccess && (operation === 'CAPTURE' || operation === 'REFUND'),
  );
  const keys = done.flatMap(({ requestId }) => requestId || []);
  return done.length > 0 && keys.length === 0 ? null : keys;
}

/** eCom has no text for these on its own, and takes none that is empty. */
const shortText = (text: string) => text.slice(0, 100) || 'Tillside';

/** Only eCom's own word counts: a 404 from something in between says nothing about money. */
const isUnknownOrder = (error: unknown) => error instanceof VippsRejected && error.code === '35';

export function createEcom(deps: {
  send: Send;
  qr: Pick<Qr, 'present'>;
  merchantSerialNumber: string;
  fallbackUrl: string;
  callbackUrl: string;
}): Gateway {
  const { send, merchantSerialNumber } = deps;
  const path = (reference: string, call: string) =>
    `/ecomm/v2/payments/${encodeURIComponent(reference)}/${call}`;
  const body = (text: string, amount?: number) => ({
    merchantInfo: { merchantSerialNumber },
    transaction: { ...(amount === undefined ? {} : { amount }), transactionText: shortText(text) },
  });

  return {
    async start(order, signal) {
      const url = await initiate(order, signal);
      try {
        return await deps.qr.present(url, signal);
      } catch (error) {
        throw new StartUnfinished(error, { lost: false });
      }
    },

    look,

    async cancel(reference, text, signal) {
      const call = { method: 'PUT', path: path(reference, 'cancel'), name: 'cancel' } as const;
      await send({ ...call, body: body(text), signal, schema: cancelSchema });
    },

    async capture(operation, signal) {
      const { capturedAmount } = await operate('capture', operation, signal);
      return { capturedAmount };
    },

    async refund(operation, signal) {
      const { refundedAmount } = await operate('refund', operation, signal);
      return { refundedAmount };
    },
  };

  async function look(reference: string, signal?: AbortSignal): Promise<Sight | null> {
    const call = { method: 'GET', path: path(reference, 'details') } as const;
    try {
      const details = await send({ ...call, name: 'details', signal, schema: detailsSchema });
      if (details.orderId !== reference) {
        throw new VippsInvalidResponse('details of another order', { ...call, requestId: reference });
      }
      return readHistory(details.transactionLogHistory);
    } catch (error) {
      if (isUnknownOrder(error)) return null;
      throw error;
    }
  }

  async function operate(name: 'capture' | 'refund', operation: Operation, signal?: AbortSignal) {
    const { reference, amountMinor, text, key } = operation;
    const answer = await send({
      ...{ method: 'POST', path: path(reference, name), name, schema: totalsSchema },
      ...{ body: body(text, amountMinor), requestId: key, headers: { 'X-Request-Id': key }, signal },
    });
    return answer.transactionSummary ?? totals(reference, signal);
  }

  /** Captured and refunded so far, for an answer that leaves them out. */
  async function totals(reference: string, signal?: AbortSignal): Promise<Sight> {
    const seen = await look(reference, signal);
    if (seen !== null) return seen;
    throw new VippsInvalidResponse('an order that is gone', {
      method: 'GET',
      path: 'details',
      requestId: reference,
    });
  }

  /** Not idempotent at Vipps: sent once, never repeated. */
  async function initiate(order: Parameters<Gateway['start']>[0], signal?: AbortSignal): Promise<string> {
    try {
      const answer = await send({
        method: 'POST',
        path: '/ecomm/v2/payments',
        name: 'initiate',
        schema: initiateSchema,
        signal,
        body: {
          customerInfo: {},
          merchantInfo: {
            merchantSerialNumber,
            callbackPrefix: deps.callbackUrl,
            fallBack: deps.fallbackUrl,
          },
          transaction: {
            orderId: order.reference,
            amount: order.amount.value,
            transactionText: shortText(order.text),
          },
        },
      });
      return answer.url;
    } catch (error) {
      throw certainlyNotDone(error) ? error : new StartUnfinished(error, { lost: true });
    }
  }
}

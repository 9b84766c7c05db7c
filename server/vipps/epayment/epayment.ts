// The ePayment API, in its own words: reference, aggregate, modificationAmount. Its payments have the QR built in.
import type {
  CaptureModificationRequest,
  CreatePaymentRequest,
  RefundModificationRequest,
} from '@vippsmobilepay/sdk';
import {
  type Gateway,
  type Operation,
  type Order,
  type PolledOrder,
  ReferenceTaken,
  StartUnfinished,
} from '../gateway.ts';
import { certainlyNotDone, isConflict, isNotFound, VippsInvalidResponse } from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import { toReceipt } from '../order-lines.ts';
import { isAnother, isKnownOurs, type Whose } from '../origin.ts';
import { paymentLifeMs, pngSizePx, type Qr, type QrFormat } from '../qr.ts';
import { sdkAmount } from './amount.ts';
import { createdSchema, eventsSchema, lookedSchema, paymentSchema, readPayment } from './answers.ts';
import { creationKeys, mayBeForLines } from './lines.ts';
import { readOrigin } from './origin.ts';

/** `paymentDescription` takes 3 to 100 characters. */
const description = (text: string) => (text.length < 3 ? `Tillside ${text}`.trim() : text.slice(0, 100));

const qrFormats = {
  svg: { format: 'IMAGE/SVG+XML' },
  png: { format: 'IMAGE/PNG', size: pngSizePx },
} as const;

export type EpaymentDeps = { send: Send; qr: Pick<Qr, 'fetchImage'>; qrFormat: QrFormat; whose: Whose };

export function createEpayment({ send, qr, qrFormat, whose }: EpaymentDeps): Gateway {
  const path = (reference: string, call = '') =>
    `/epayment/v1/payments/${encodeURIComponent(reference)}${call}`;

  /** Idempotent by the key, which is made of what is stored before: a repeat gets the same QR. */
  async function create(order: Order, key: string, signal?: AbortSignal): Promise<string> {
    const { reference, amount, text, lines } = order;
    const body = {
      amount: sdkAmount(amount.currency, amount.value),
      paymentMethod: { type: 'WALLET' },
      reference,
      userFlow: 'QR',
      qrFormat: qrFormats[qrFormat],
      customerInteraction: 'CUSTOMER_PRESENT',
      paymentDescription: description(text),
      ...(lines.length > 0 ? { receipt: toReceipt(lines, amount.currency) } : {}),
    } satisfies CreatePaymentRequest;
    const call = { method: 'POST', path: '/epayment/v1/payments' } as const;
    try {
      const created = await send({
        ...call,
        name: 'initiate',
        body,
        retries: 1,
        headers: { 'Idempotency-Key': key },
        signal,
        schema: createdSchema,
      });
      if ((created.reference ?? reference) === reference) return created.redirectUrl;
      throw new VippsInvalidResponse('a code of another payment', { ...call, requestId: reference });
    } catch (error) {
      if (isConflict(error)) throw new ReferenceTaken(error);
      throw certainlyNotDone(error) ? error : new StartUnfinished(error, { lost: true });
    }
  }

  /** The lines are for the customer's receipt: a sale that is refused for nothing else is sold without them. */
  async function createAnyhow(order: Order, signal?: AbortSignal) {
    const [key, keyWithoutLines] = creationKeys(order, whose.keyOf);
    try {
      return { imageUrl: await create(order, key, signal) };
    } catch (error) {
      if (order.lines.length === 0 || !mayBeForLines(error)) throw error;
      const imageUrl = await create({ ...order, lines: [] }, keyWithoutLines, signal);
      return { imageUrl, linesRefused: error.reason };
    }
  }

  async function poll(order: Order, signal?: AbortSignal): Promise<PolledOrder | null> {
    const { reference } = order;
    const call = { method: 'GET', path: path(reference) } as const;
    const isKnown = isKnownOurs(order);
    try {
      const payment = await send({ ...call, name: 'details', signal, schema: lookedSchema });
      const { amount } = payment;
      const another = isKnown && amount && isAnother(order, { ...amount, amount: amount.value });
      if (payment.reference === reference && !another) {
        const isOurs = isKnown || whose.isOurs(order, await readOrigin(send, reference, signal), order.text);
        return { ...readPayment(payment, order.amount.value), isOurs };
      }
      throw new VippsInvalidResponse('another payment', { ...call, requestId: reference });
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  /** Whose a capture or refund was: the portal has keys of its own. */
  async function doneKeys({ reference }: Order, signal?: AbortSignal): Promise<readonly string[]> {
    const call = { method: 'GET', path: path(reference, '/events'), name: 'events' } as const;
    const events = await send({ ...call, signal, schema: eventsSchema });
    return events.flatMap(({ success, idempotencyKey }) => (success && idempotencyKey) || []);
  }

  async function modify(
    name: 'capture' | 'refund',
    { reference, amount }: Order,
    { amountMinor, key }: Operation,
    signal?: AbortSignal,
  ) {
    const modificationAmount = sdkAmount(amount.currency, amountMinor);
    const body = { modificationAmount } satisfies CaptureModificationRequest & RefundModificationRequest;
    const answer = await send({
      method: 'POST',
      path: path(reference, `/${name}`),
      name,
      schema: paymentSchema,
      signal,
      body,
      requestId: key,
      headers: { 'Idempotency-Key': key },
    });
    return readPayment(answer, amount.value);
  }

  async function cancel({ reference }: Order, key: string, signal?: AbortSignal): Promise<void> {
    const call = { method: 'POST', path: path(reference, '/cancel'), name: 'cancel' } as const;
    const named = { requestId: key, headers: { 'Idempotency-Key': key } };
    await send({ ...call, ...named, body: {}, signal, schema: paymentSchema });
  }

  return {
    async start(order, signal) {
      const { imageUrl, ...created } = await createAnyhow(order, signal);
      try {
        const image = await qr.fetchImage(new URL(imageUrl), signal);
        // ePayment says nowhere in its answers how long a payment can be approved.
        return { image, expiresInMs: paymentLifeMs, ...created };
      } catch (error) {
        throw new StartUnfinished(error, { lost: false });
      }
    },
    poll,
    doneKeys,
    cancel,
    capture: (order, operation, signal) => modify('capture', order, operation, signal),
    refund: (order, operation, signal) => modify('refund', order, operation, signal),
    // Cancelling what is reserved frees all of it that is not captured.
    release: (order, { key }, signal) => cancel(order, key, signal),
    stop: () => Promise.reject(new Error('a sale is no agreement')),
    // It went along when the payment was created.
    sendReceipt: () => Promise.resolve(),
  };
}

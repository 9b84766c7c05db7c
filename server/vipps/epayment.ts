// The ePayment API, in its own words: reference, aggregate, modificationAmount. Its payments have the QR built in.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { certainlyNotDone, VippsInvalidResponse, VippsRejected } from './errors.ts';
import { type Gateway, type NewOrder, type Operation, type Sight, StartUnfinished } from './gateway.ts';
import { minor } from './minor.ts';
import type { Qr } from './qr.ts';
import type { Send } from './send.ts';

/** How long a payment can be approved; ePayment says it nowhere in its answers (https://developer.vippsmobilepay.com). */
const paymentLifeMs = 10 * 60_000;
/** `paymentDescription` takes 3 to 100 characters. */
const description = (text: string) => (text.length < 3 ? `Tillside ${text}`.trim() : text.slice(0, 100));

const createdSchema = z.object({ reference: z.string(), redirectUrl: z.url() });
const amountSchema = z.object({ value: minor });
const aggregateSchema = z.object({
  authorizedAmount: amountSchema,
  cancelledAmount: amountSchema,
  capturedAmount: amountSchema,
  refundedAmount: amountSchema,
});
const states = ['CREATED', 'AUTHORIZED', 'ABORTED', 'EXPIRED', 'TERMINATED'] as const;
const paymentSchema = z.object({
  reference: z.string(),
  state: z.enum(states),
  aggregate: aggregateSchema,
});

/** What Vipps shows of a payment. There is no scan signal, and nothing is said of a card that was declined. */
export function readPayment({ state, aggregate }: z.infer<typeof paymentSchema>): Sight {
  const [authorized, cancelled, captured, refunded] = [
    ...[aggregate.authorizedAmount.value, aggregate.cancelledAmount.value],
    ...[aggregate.capturedAmount.value, aggregate.refundedAmount.value],
  ] as const;
  const isGivenUp = state === 'ABORTED' || state === 'TERMINATED';
  return {
    scanned: false,
    declined: false,
    reservedAmount: authorized,
    capturedAmount: captured,
    refundedAmount: refunded,
    cancelled: isGivenUp || (authorized > 0 && captured === 0 && cancelled >= authorized),
    expired: state === 'EXPIRED',
    doneKeys: null,
  };
}

/** Only ePayment's own word counts: a 404 from something in between says nothing about money. */
const isUnknownPayment = (error: unknown) =>
  error instanceof VippsRejected && error.status === 404 && error.code !== null;

export function createEpayment({ send, qr }: { send: Send; qr: Pick<Qr, 'fetchImage'> }): Gateway {
  const path = (reference: string, call = '') =>
    `/epayment/v1/payments/${encodeURIComponent(reference)}${call}`;

  /** Idempotent by the reference, which is stored before: a repeat gets the same QR. */
  async function create(order: NewOrder, signal?: AbortSignal): Promise<string> {
    const { reference, amount, text } = order;
    const body = {
      amount: { currency: amount.currency, value: amount.value },
      paymentMethod: { type: 'WALLET' },
      reference,
      userFlow: 'QR',
      qrFormat: { format: 'IMAGE/SVG+XML' },
      customerInteraction: 'CUSTOMER_PRESENT',
      paymentDescription: description(text),
    };
    try {
      const created = await send({
        ...{ method: 'POST', path: '/epayment/v1/payments', name: 'initiate', body, retries: 1 },
        ...{ headers: { 'Idempotency-Key': reference }, signal, schema: createdSchema },
      });
      return created.redirectUrl;
    } catch (error) {
      throw certainlyNotDone(error) ? error : new StartUnfinished(error, { lost: true });
    }
  }

  async function look(reference: string, signal?: AbortSignal): Promise<Sight | null> {
    const call = { method: 'GET', path: path(reference) } as const;
    try {
      const payment = await send({ ...call, name: 'details', signal, schema: paymentSchema });
      if (payment.reference === reference) return readPayment(payment);
      throw new VippsInvalidResponse('another payment', { ...call, requestId: reference });
    } catch (error) {
      if (isUnknownPayment(error)) return null;
      throw error;
    }
  }

  async function modify(name: 'capture' | 'refund', operation: Operation, signal?: AbortSignal) {
    const { reference, amountMinor, currency, key } = operation;
    const answer = await send({
      ...{ method: 'POST', path: path(reference, `/${name}`), name, schema: paymentSchema, signal },
      ...{ body: { modificationAmount: { currency, value: amountMinor } }, requestId: key },
      headers: { 'Idempotency-Key': key },
    });
    return readPayment(answer);
  }

  return {
    async start(order, signal) {
      const imageUrl = await create(order, signal);
      try {
        const image = await qr.fetchImage(new URL(imageUrl), signal);
        return { image, expiresInMs: paymentLifeMs };
      } catch (error) {
        throw new StartUnfinished(error, { lost: false });
      }
    },
    look,
    async cancel(reference, _text, signal) {
      // Safe to repeat under any key: what is cancelled stays so.
      const headers = { 'Idempotency-Key': randomUUID() };
      const call = { method: 'POST', path: path(reference, '/cancel'), name: 'cancel' } as const;
      await send({ ...call, headers, body: {}, signal, schema: paymentSchema });
    },
    capture: (operation, signal) => modify('capture', operation, signal),
    refund: (operation, signal) => modify('refund', operation, signal),
  };
}

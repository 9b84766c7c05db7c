// The Recurring API, in its own words: agreements, and the charge that may come with one.
import type { CaptureRequestV3, PatchAgreementV3, RefundRequest } from '@vippsmobilepay/sdk';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import {
  type AgreementIds,
  type Gateway,
  type Operation,
  type Order,
  type PolledOrder,
  ReferenceTaken,
  type Shown,
  StartUnfinished,
} from '../gateway.ts';
import {
  accepted,
  certainlyNotDone,
  isConflict,
  isNotFound,
  VippsInvalidResponse,
  VippsRejected,
  VippsUnavailable,
} from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import type { Receipts } from '../order-lines.ts';
import type { Whose } from '../origin.ts';
import { pspReferenceIn } from '../psp-reference.ts';
import type { Qr } from '../qr.ts';
import { agreementSchema, type Charge, readAgreement } from './answers.ts';
import { agreementPath, chargePath, createCharges } from './charges.ts';
import { idsOf, known, toDraft } from './draft.ts';
import { createFind } from './find.ts';

export const draftedSchema = z.object({
  agreementId: z.string().min(1),
  vippsConfirmationUrl: z.url(),
  chargeId: z.string().nullish(),
});

export type RecurringDeps = {
  send: Send;
  clock: Pick<Clock, 'monotonicMs'>;
  qr: Pick<Qr, 'present'>;
  receipts: Receipts;
  whose: Whose;
  /** Where customers come to after they have agreed, and where they manage their agreement. */
  fallbackUrl: string;
  agreementUrl: string;
};

export function createRecurring(deps: RecurringDeps): Gateway {
  const { send, qr, receipts, whose, fallbackUrl, agreementUrl } = deps;
  const charges = createCharges(send, deps.clock);
  const find = createFind(send, whose);

  /** Idempotent by a key that is made of what was stored before: a repeat gets the same agreement. */
  async function draft(order: Order, signal?: AbortSignal) {
    const body = toDraft(order, fallbackUrl, agreementUrl);
    try {
      return await send({
        method: 'POST',
        path: '/recurring/v3/agreements',
        name: 'initiate',
        body,
        retries: 1,
        headers: { 'Idempotency-Key': whose.keyOf(order) },
        signal,
        schema: draftedSchema,
      });
    } catch (error) {
      if (isConflict(error)) throw new ReferenceTaken(error);
      throw certainlyNotDone(error) ? error : new StartUnfinished(error, { lost: true });
    }
  }

  /** null: Vipps does not know it. */
  async function readAgreementOf({ id }: AgreementIds, signal?: AbortSignal) {
    const call = { method: 'GET', path: agreementPath(id), name: 'details' } as const;
    try {
      const agreement = await send({ ...call, signal, schema: agreementSchema });
      if (agreement.id === id) return agreement;
      throw new VippsInvalidResponse('another agreement', { ...call, requestId: id });
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  async function lookAt(ids: AgreementIds, amountMinor: number, signal?: AbortSignal): Promise<Shown | null> {
    const agreement = await readAgreementOf(ids, signal);
    if (agreement === null) return null;
    if (ids.chargeId === null) return readAgreement(agreement, 'none', amountMinor);
    const mayBePaid = agreement.status === 'ACTIVE' || agreement.status === 'STOPPED';
    // The agreement is there: not to be shown its charge is a poll that failed.
    const charge = mayBePaid ? await charges.recall(ids, agreement.status, signal) : null;
    return readAgreement(agreement, charge, amountMinor, charge !== null && charges.mayLag(ids, charge));
  }

  async function poll(order: Order, signal?: AbortSignal): Promise<PolledOrder | null> {
    const named = idsOf(order);
    // Vipps never told its name: nobody has seen it, but it may be there.
    const found = named === null ? await find(order, signal) : { agreement: named, isOurs: true };
    if (found === null) return null;
    const { agreement, isOurs } = found;
    const shown = await lookAt(agreement, order.amount.value, signal);
    return shown && { ...shown, isOurs, ...(named === null && isOurs && { agreement }) };
  }

  /**
   * Sends a change under its key.
   * @param isSeen whether Vipps shows that it has been carried out; asked where Vipps says that it has only been taken (202).
   */
  async function change(
    call: { method: 'PATCH' | 'POST' | 'DELETE'; path: string; name: string; body?: object; key: string },
    ids: AgreementIds,
    signal: AbortSignal | undefined,
    isSeen: () => Promise<boolean>,
  ): Promise<void> {
    const { key, ...rest } = call;
    const named = { requestId: key, headers: { 'Idempotency-Key': key }, schema: z.unknown() };
    charges.forget(ids);
    try {
      await send({ ...rest, ...named, signal });
    } catch (error) {
      const isTaken = error instanceof VippsUnavailable && error.status === accepted;
      if (!isTaken || !(await isSeen())) throw error;
    }
  }

  function end(order: Order, key: string, signal?: AbortSignal): Promise<void> {
    const ids = known(order);
    const body = { status: 'STOPPED' } satisfies PatchAgreementV3;
    const call = { method: 'PATCH', path: agreementPath(ids.id), name: 'cancel', body, key } as const;
    return change(call, ids, signal, async () => (await readAgreementOf(ids, signal))?.status === 'STOPPED');
  }

  /** Vipps accepts these without a word about what has become of the money: the charge's own history tells. */
  async function operate(
    name: 'capture' | 'refund',
    order: Order,
    { amountMinor, key }: Operation,
    signal?: AbortSignal,
  ): Promise<Charge> {
    const ids = known(order);
    const path = `${chargePath(ids)}/${name}`;
    const description = order.text || 'Tillside';
    const body = { amount: amountMinor, description } satisfies CaptureRequestV3 & RefundRequest;
    const unseen = (cause?: unknown) =>
      new VippsUnavailable(`the ${name} is not carried out yet`, {
        method: 'POST',
        path,
        requestId: key,
        outcome: 'unknown',
        cause,
      });
    await change({ method: 'POST', path, name, body, key }, ids, signal, async () => true);
    // It has been accepted: a refusal to show the charge is no refusal of it.
    const charge = await charges.read(ids, signal).catch((error: unknown) => {
      throw error instanceof VippsRejected ? unseen(error) : error;
    });
    if (charge.history.some(({ idempotencyKey, success }) => idempotencyKey === key && success))
      return charge;
    throw unseen();
  }

  return {
    async start(order, signal) {
      const { agreementId, chargeId = null, vippsConfirmationUrl } = await draft(order, signal);
      const agreement = { id: agreementId, chargeId };
      try {
        return { ...(await qr.present(vippsConfirmationUrl, signal)), agreement };
      } catch (error) {
        throw new StartUnfinished(error, { lost: false, agreement });
      }
    },
    poll,
    // The charge has them.
    doneKeys: () => Promise.resolve(null),
    // What is reserved for it is given back by itself.
    cancel: end,
    stop: (order, { key }, signal) => end(order, key, signal),
    async capture(order, operation, signal) {
      const { summary, transactionId } = await operate('capture', order, operation, signal);
      return { capturedAmount: summary.captured, ...pspReferenceIn(transactionId) };
    },
    async refund(order, operation, signal) {
      const { summary, transactionId } = await operate('refund', order, operation, signal);
      return { refundedAmount: summary.refunded, ...pspReferenceIn(transactionId) };
    },
    async release(order, { key }, signal) {
      const ids = known(order);
      const call = { method: 'DELETE', path: chargePath(ids), name: 'cancel', key } as const;
      await change(call, ids, signal, async () => (await charges.read(ids, signal)).summary.cancelled > 0);
    },
    async sendReceipt(order, signal) {
      const chargeId = idsOf(order)?.chargeId ?? null;
      if (chargeId !== null) await receipts.send('recurring', chargeId, order, signal);
    },
  };
}

// Finding an agreement by its first charge, which has our reference for a name.
import { z } from 'zod';
import { minor } from '../amount.ts';
import type { AgreementIds, Order } from '../gateway.ts';
import { isNotFound, VippsInvalidResponse } from '../http/errors.ts';
import type { Send } from '../http/request.ts';
import { vippsTimeMs, type Whose } from '../origin.ts';

const foundSchema = z.object({
  id: z.string(),
  agreementId: z.string().min(1),
  externalAgreementId: z.string().nullish(),
  amount: minor,
  currency: z.string(),
  description: z.string().nullish(),
  history: z.array(z.looseObject({ event: z.string() })),
});
const madeSchema = z.object({ occurred: z.string().nullish(), idempotencyKey: z.string().nullish() });

/** @returns `find`: the agreement that has the charge, and whether we made it; null where Vipps knows no such charge. */
export function createFind(send: Send, whose: Whose) {
  return async (
    order: Order,
    signal?: AbortSignal,
  ): Promise<{ agreement: AgreementIds; isOurs: boolean } | null> => {
    const { reference, agreement } = order;
    if (agreement?.initialCharge === undefined) return null;
    const path = `/recurring/v3/charges/${encodeURIComponent(reference)}`;
    const call = { method: 'GET', path, name: 'find' } as const;
    const found = await send({ ...call, signal, schema: foundSchema }).catch((error: unknown) => {
      if (isNotFound(error)) return null;
      throw error;
    });
    if (found === null) return null;
    if (found.id !== reference)
      throw new VippsInvalidResponse('another charge', { ...call, requestId: reference });
    const { agreementId, externalAgreementId, amount, currency, description, history } = found;
    const made = madeSchema.safeParse(history.find(({ event }) => event === 'CREATE')).data;
    // Vipps makes up keys of its own, which have the agreement's name in them.
    const key = made?.idempotencyKey?.includes(agreementId) ? null : (made?.idempotencyKey ?? null);
    const origin = {
      amount,
      currency,
      madeAtMs: vippsTimeMs(made?.occurred),
      key,
      text: description ?? null,
    };
    const isOurs =
      externalAgreementId === reference && whose.isOurs(order, origin, agreement.initialCharge.description);
    return { agreement: { id: agreementId, chargeId: reference }, isOurs };
  };
}

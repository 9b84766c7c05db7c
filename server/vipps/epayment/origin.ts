// How an ePayment was made, which the first of its events tells.
import { z } from 'zod';
import { minor } from '../amount.ts';
import type { Send } from '../http/request.ts';
import { type Origin, vippsTimeMs } from '../origin.ts';

const createdSchema = z.object({
  name: z.literal('CREATED'),
  amount: z.object({ currency: z.string(), value: minor }),
  timestamp: z.string().nullish(),
  idempotencyKey: z.string().nullish(),
});

/** @returns null where no event tells it. @throws as every call to Vipps does. */
export async function readOrigin(
  send: Send,
  reference: string,
  signal: AbortSignal | undefined,
): Promise<Origin | null> {
  const path = `/epayment/v1/payments/${encodeURIComponent(reference)}/events`;
  const events = await send({ method: 'GET', path, name: 'events', signal, schema: z.array(z.unknown()) });
  const [made] = events.flatMap((event) => createdSchema.safeParse(event).data ?? []);
  if (made === undefined) return null;
  const { amount, timestamp, idempotencyKey } = made;
  return {
    amount: amount.value,
    currency: amount.currency,
    madeAtMs: vippsTimeMs(timestamp),
    key: idempotencyKey || null,
    text: null,
  };
}

// Each write of the Recurring API carries a key, and takes effect once per key.
import type { Request } from 'express';
import { Refusal } from '../gateway/errors.ts';
import type { KeptAnswer, Order } from '../orders/types.ts';
import type { World } from '../world.ts';
import { keyTaken } from './refusals.ts';
import { readIdempotencyKey } from './requests.ts';

/** The key of a write, and what it asks for. Throws `Refusal` for a bad key. */
export function keyOf(request: Request): Omit<KeptAnswer, 'body'> & { idempotencyKey: string } {
  const idempotencyKey = readIdempotencyKey(request);
  const fingerprint = `${request.method} ${request.path} ${JSON.stringify(request.body ?? null)}`;
  return { idempotencyKey, key: `recurring/${idempotencyKey}`, fingerprint };
}

/** The answer to the same write before. Throws `Refusal` when the key was used for anything else in the sales unit. */
export function answerBefore(
  world: World,
  msn: string,
  { key, fingerprint, idempotencyKey }: ReturnType<typeof keyOf>,
): KeptAnswer | undefined {
  const kept = world.ledger.answerOfUnit(msn, key);
  if (kept !== undefined && kept.fingerprint !== fingerprint) throw keyTaken(idempotencyKey);
  return kept;
}

/**
 * Changes an order once. A repeat changes nothing and is answered as the first call was, also when that was refused: API
 * guide, "Idempotency Key header".
 */
export function changeOnce(
  world: World,
  request: Request,
  order: Order,
  change: (act: { nowMs: number; requestId: string }) => Order,
): void {
  const { idempotencyKey, ...once } = keyOf(request);
  const kept = answerBefore(world, order.msn, { idempotencyKey, ...once });
  if (kept !== undefined) {
    if (kept.body !== null) throw new Refusal(400, kept.body);
    return;
  }
  try {
    world.ledger.save(change({ nowMs: world.now(), requestId: idempotencyKey }), { ...once, body: null });
  } catch (error) {
    if (error instanceof Refusal) world.ledger.save(order, { ...once, body: error.body });
    throw error;
  }
}

// Sending a cancel: written down before it is sent (P2), each intent under a key of its own.
import { createHash } from 'node:crypto';
import { isAnswer } from '../vipps/errors.ts';
import type { Gateway } from '../vipps/gateway.ts';
import type { Payment } from './types.ts';
import { createWrites, type WriteDeps } from './writes.ts';

export type CancelDeps = WriteDeps & { gateway: Pick<Gateway, 'cancel'> };

/** Made of what is stored, so that the next server repeats the same call. 40 characters, which every API takes. */
const keyOf = (reference: string, intent: number) =>
  createHash('sha256').update(`cancel ${reference} intent ${intent}`).digest('hex').slice(0, 40);

/**
 * @returns `cancel`, which throws what the gateway throws. Vipps answers a key that it has answered the same for ever and does nothing,
 * so an intent that was answered is over, and the next has another key; one that was not is repeated under its own. `isRepeat`: what was
 * accepted may have been the earlier try, and says nothing of what has happened since.
 */
export function createCancels(deps: CancelDeps) {
  const { store, gateway } = deps;
  const write = createWrites(deps);
  return async (payment: Payment, signal: AbortSignal): Promise<{ isRepeat: boolean }> => {
    const { reference } = payment;
    let [intent, isRepeat] = [0, false];
    await write(reference, 'cancel', (sent) => {
      const last = sent.findLast((one) => one.intent !== null);
      isRepeat = last !== undefined && !last.isAnswered;
      intent = (last?.intent ?? -1) + (isRepeat ? 0 : 1);
      return intent;
    });
    try {
      await gateway.cancel(payment, keyOf(reference, intent), signal);
    } catch (error) {
      if (isAnswer(error)) await store.answerSent(reference, 'cancel');
      throw error;
    }
    await store.answerSent(reference, 'cancel');
    return { isRepeat };
  };
}

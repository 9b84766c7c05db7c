// Sending a cancel: written down before it is sent (P2), each intent under a key of its own.
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { isAnswer } from '../vipps/errors.ts';
import type { Gateway } from '../vipps/gateway.ts';
import type { Payment } from './types.ts';

export type CancelDeps = {
  store: Pick<Store, 'readSent' | 'addSent' | 'answerSent'>;
  gateway: Pick<Gateway, 'cancel'>;
  clock: Pick<Clock, 'steadyMs'>;
};

const rememberedMs = 60_000;

/** Made of what is stored, so that the next server repeats the same call. 40 characters, which every API takes. */
const keyOf = (reference: string, intent: number) =>
  createHash('sha256').update(`cancel ${reference} intent ${intent}`).digest('hex').slice(0, 40);

/**
 * @returns `cancel`, which throws what the gateway throws. Vipps answers a key that it has answered the same for ever and does nothing,
 * so an intent that was answered is over, and the next has another key; one that was not is repeated under its own. `isRepeat`: what was
 * accepted may have been the earlier try, and says nothing of what has happened since.
 */
export function createCancels({ store, gateway, clock }: CancelDeps) {
  return async (payment: Payment, signal: AbortSignal): Promise<{ isRepeat: boolean }> => {
    const { reference } = payment;
    const sent = await store.readSent(reference, 'cancel');
    const last = sent.findLast(({ intent }) => intent !== null);
    const isRepeat = last !== undefined && !last.isAnswered;
    const intent = (last?.intent ?? -1) + (isRepeat ? 0 : 1);
    const atMs = clock.steadyMs();
    await store.addSent(reference, 'cancel', { intent, atMs }, atMs - rememberedMs);
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

// Sending a cancel: written down before it is sent (P2), each intent under a key of its own.
import { createHash } from 'node:crypto';
import type { Gateway } from '../../vipps/gateway.ts';
import { isAnswer } from '../../vipps/http/errors.ts';
import type { Payment } from '../payment/types.ts';
import type { Schedule } from './schedule.ts';
import { createWrites, type WriteDeps } from './sent-calls.ts';

export type CancelDeps = WriteDeps & { gateway: Pick<Gateway, 'cancel' | 'release'> };

/** Made of what is stored, so that the next server repeats the same call. 40 characters, which every API takes. */
const keyOf = (call: 'cancel' | 'release', reference: string, intent: number) =>
  createHash('sha256').update(`${call} ${reference} intent ${intent}`).digest('hex').slice(0, 40);

/**
 * @returns `cancel`, which throws what the gateway throws. Vipps answers a key that it has answered the same for ever and does nothing,
 * so an intent that was answered is over, and the next has another key; one that was not is repeated under its own. `isRepeat`: what was
 * accepted may have been the earlier try, and says nothing of what has happened since. A cancel of an agreement ends it and gives back
 * what is reserved; one that its customer has stopped leaves that to the merchant (Recurring API guide, "Stop an agreement"), so that
 * there its charge is released. So is the rest of a sale of which somebody has captured a part in the portal.
 */
export function createCancels(deps: CancelDeps) {
  const { store, gateway } = deps;
  const write = createWrites(deps);
  return async (
    payment: Payment,
    { isStopped }: Pick<Schedule, 'isStopped'>,
    signal: AbortSignal,
  ): Promise<{ isRepeat: boolean }> => {
    const { reference } = payment;
    let [intent, isRepeat] = [0, false];
    await write(reference, 'cancel', (sent) => {
      const last = sent.findLast((one) => one.intent !== null);
      isRepeat = last !== undefined && !last.isAnswered;
      intent = (last?.intent ?? -1) + (isRepeat ? 0 : 1);
      return intent;
    });
    const act = () => {
      const isRest = isStopped || (payment.agreement === null && payment.capturedAmount > 0);
      if (!isRest) return gateway.cancel(payment, keyOf('cancel', reference, intent), signal);
      const operation = { key: keyOf('release', reference, intent), amountMinor: payment.reservedAmount };
      return gateway.release(payment, operation, signal);
    };
    try {
      await act();
    } catch (error) {
      if (isAnswer(error)) await store.answerSent(reference, 'cancel');
      throw error;
    }
    await store.answerSent(reference, 'cancel');
    return { isRepeat };
  };
}

// [P5] Each call that changes an order at Vipps is written down before it is sent, and counted across retries and servers.
import type { Clock } from '../../core/clock.ts';
import type { SentCall, Store, StoredOperation, WriteCall } from '../../store/store.ts';
import { VippsUnavailable } from '../../vipps/http/errors.ts';

export type WriteDeps = {
  store: Pick<Store, 'readSent' | 'addSent' | 'answerSent'>;
  clock: Pick<Clock, 'steadyMs'>;
};

/** Each API guide's "Rate limiting": captures, cancels and refunds of an order, each kind for itself. */
const mostAMinute = 5;
/** A call may be on its way a little shorter than the one a minute before it. */
const minuteMs = 60_500;

/** By which call Vipps hears of an operation. */
export const callOf: Readonly<Record<StoredOperation['kind'], WriteCall>> = {
  capture: 'capture',
  refund: 'refund',
  release: 'cancel',
  stop: 'cancel',
};

/** @returns how long the next call has to wait, in milliseconds; 0 when it may go now. */
export function waitMs(sent: readonly SentCall[], nowMs: number): number {
  const recent = sent
    .map(({ atMs }) => Math.min(atMs, nowMs))
    .filter((atMs) => nowMs - atMs < minuteMs)
    .slice(-mostAMinute);
  const [first = nowMs] = recent;
  return recent.length < mostAMinute ? 0 : first + minuteMs - nowMs;
}

/** @returns `write`, which writes a call down before it is sent (P2). @throws VippsUnavailable, with the pause, for one too many. */
export function createWrites({ store, clock }: WriteDeps) {
  return async (
    reference: string,
    call: WriteCall,
    intentOf: (sent: readonly SentCall[]) => number | null = () => null,
  ): Promise<void> => {
    const nowMs = clock.steadyMs();
    const sent = await store.readSent(reference, call);
    const retryAfterMs = waitMs(sent, nowMs);
    if (retryAfterMs > 0) {
      const where = { method: 'POST', path: `/${call}`, requestId: reference };
      throw new VippsUnavailable(`${mostAMinute} were sent within a minute`, {
        ...where,
        outcome: 'not_done',
        retryAfterMs,
      });
    }
    await store.addSent(reference, call, { intent: intentOf(sent), atMs: nowMs }, nowMs - minuteMs);
  };
}

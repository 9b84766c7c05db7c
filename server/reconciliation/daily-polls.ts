// A subscriber can stop an agreement in the app at any time, and Vipps tells only when it is asked: each one that runs is polled once a day.
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import { SlowDown } from '../core/refusal.ts';
import { repeat } from '../core/repeat.ts';
import type { Payment } from '../payments/payment/types.ts';
import type { Store } from '../store/store.ts';
import type { CheckOne } from './check-one.ts';

export type DailyPollsDeps = {
  store: Pick<Store, 'findRunningAgreements'>;
  checkOne: CheckOne;
  clock: Pick<Clock, 'monotonicMs' | 'sleep'>;
  log: Logger;
};

/** After a start the tills come first; and one that is started again and again does not look again and again. */
const firstAfterMs = 5 * 60_000;
const everyMs = 24 * 60 * 60_000;
/** So that the tills hardly notice: at most 86,400 agreements a day. */
const pauseMs = 1_000;
const pageSize = 100;

/** @returns `stop`, which resolves once no poll is under way any more. */
export function startDailyPolls({ store, checkOne, clock, log }: DailyPollsDeps): { stop(): Promise<void> } {
  async function lookAt(payment: Payment, signal: AbortSignal): Promise<void> {
    try {
      await checkOne(payment, signal);
    } catch (error) {
      // Somebody has looked at it a moment ago.
      if (!(error instanceof SlowDown)) throw error;
    }
    await clock.sleep(pauseMs, signal);
  }

  async function act(signal: AbortSignal): Promise<void> {
    let page = await store.findRunningAgreements(null, pageSize);
    while (page.length > 0) {
      for (const payment of page) {
        if (signal.aborted) return;
        await lookAt(payment, signal);
      }
      page = await store.findRunningAgreements(page.at(-1)?.reference ?? null, pageSize);
    }
  }

  const what = 'daily look at agreements';
  return repeat({ what, firstAfterMs, everyMs, act }, { clock, log });
}

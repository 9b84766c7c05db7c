// A subscriber can stop an agreement in the app at any time, and Vipps tells only when it is asked: each one that runs is polled once a day.
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import { SlowDown } from '../core/refusal.ts';
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
  const stopping = new AbortController();
  const { signal } = stopping;

  async function lookAt(payment: Payment): Promise<void> {
    try {
      await checkOne(payment, signal);
    } catch (error) {
      // Somebody has looked at it a moment ago.
      if (!(error instanceof SlowDown)) throw error;
    }
    await clock.sleep(pauseMs, signal);
  }

  async function lookAtAll(): Promise<void> {
    let page = await store.findRunningAgreements(null, pageSize);
    while (page.length > 0) {
      for (const payment of page) {
        if (signal.aborted) return;
        await lookAt(payment);
      }
      page = await store.findRunningAgreements(page.at(-1)?.reference ?? null, pageSize);
    }
  }

  async function run(): Promise<void> {
    await clock.sleep(firstAfterMs, signal);
    while (!signal.aborted) {
      const beganMs = clock.monotonicMs();
      // A database that cannot be read today is read tomorrow.
      await lookAtAll().catch((error: unknown) => log.error({ err: error }, 'daily look at agreements'));
      await clock.sleep(Math.max(0, beganMs + everyMs - clock.monotonicMs()), signal);
    }
  }

  const done = run();
  return {
    stop() {
      stopping.abort();
      return done;
    },
  };
}

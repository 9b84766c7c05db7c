// How often a key may ask: a limit of its own, so that a program that runs wild leaves room for tills and staff.
import type { Clock } from '../../core/clock.ts';
import { SlowDown } from '../../core/refusal.ts';

/** So much may come at once: all tills ask again in the same moment after a restart. */
const burstMs = 2_000;

/**
 * Requests a second for a key that acts for so many tills. A till polls once a second, and again after each step of a sale.
 */
export const perSecondFor = (tills: number) => 100 + 2 * tills;

export type RateLimit = {
  /**
   * Counts a request once, however often it is asked about: a poll that waits is identified several times.
   * @returns null when it may go on.
   */
  take(request: object, key: string, perSecond: number): SlowDown | null;
};

export function createRateLimit(clock: Pick<Clock, 'monotonicMs'>): RateLimit {
  /** By key, when what it has asked for so far is paid off. Only keys that there are get here. */
  const paidAtMs = new Map<string, number>();
  const counted = new WeakMap<object, SlowDown | null>();

  function count(key: string, perSecond: number): SlowDown | null {
    const nowMs = clock.monotonicMs();
    const nextMs = Math.max(paidAtMs.get(key) ?? 0, nowMs) + 1_000 / perSecond;
    const overMs = nextMs - nowMs - burstMs;
    if (overMs > 0) return new SlowDown(overMs);
    paidAtMs.set(key, nextMs);
    return null;
  }

  return {
    take(request, key, perSecond) {
      const before = counted.get(request);
      if (before !== undefined) return before;
      const outcome = count(key, perSecond);
      counted.set(request, outcome);
      return outcome;
    },
  };
}

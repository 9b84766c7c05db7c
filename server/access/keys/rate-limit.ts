// How often a key may ask: a limit of its own, so that a program that runs wild leaves room for tills and staff.
import type { Clock } from '../../core/clock.ts';
import type { SlowDown } from '../../core/refusal.ts';
import { createPace } from '../secrets/pace.ts';

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
  const pace = createPace(clock);
  const counted = new WeakMap<object, SlowDown | null>();

  return {
    take(request, key, perSecond) {
      const before = counted.get(request);
      if (before !== undefined) return before;
      const outcome = pace(key, { everyMs: 1_000 / perSecond, burstMs });
      counted.set(request, outcome);
      return outcome;
    },
  };
}

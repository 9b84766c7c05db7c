// So many in one go, then one at a time: for what anybody may ask for, right or wrong.
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/clock.ts';
import { SlowDown } from '../../core/refusal.ts';

/** Who asked longest ago is forgotten first; who has as many names as this wins nothing by that, as each may ask anyway. */
const mostSubjects = 10_000;

export type Pace = {
  /** So many may come at once. */
  burst: number;
  /** A place is free again this long after it was taken. */
  everyMs: number;
};

/** @returns what counts one for a subject. It throws SlowDown when there is no place, and counts nothing then. */
export function createPace(clock: Pick<Clock, 'monotonicMs'>, { burst, everyMs }: Pace) {
  /** When all places of each are free again. */
  const freeAtMs = new LRUCache<string, number>({ max: mostSubjects });
  return (subject: string): void => {
    const nowMs = clock.monotonicMs();
    const allFreeAtMs = Math.max(nowMs, freeAtMs.get(subject) ?? 0) + everyMs;
    const waitMs = allFreeAtMs - nowMs - burst * everyMs;
    if (waitMs > 0) throw new SlowDown(waitMs);
    freeAtMs.set(subject, allFreeAtMs);
  };
}

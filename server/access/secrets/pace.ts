// So many in one go, then one at a time: for what may be asked for, right or wrong.
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/clock.ts';
import { SlowDown } from '../../core/refusal.ts';

/** Who asked longest ago is forgotten first; who has as many names as this wins nothing by that, as each may ask anyway. */
const mostSubjects = 10_000;

export type Pace = {
  /** A place is free again this long after it was taken. */
  everyMs: number;
  /** As many may come at once as would in this time. */
  burstMs: number;
};

/** @returns what takes a place for a subject: null when there was one; otherwise how long to wait, and nothing is taken. */
export function createPace(clock: Pick<Clock, 'monotonicMs'>) {
  /** When all places of each are free again. */
  const freeAtMs = new LRUCache<string, number>({ max: mostSubjects });
  return (subject: string, { everyMs, burstMs }: Pace): SlowDown | null => {
    const nowMs = clock.monotonicMs();
    const allFreeAtMs = Math.max(nowMs, freeAtMs.get(subject) ?? 0) + everyMs;
    const waitMs = allFreeAtMs - nowMs - burstMs;
    if (waitMs > 0) return new SlowDown(waitMs);
    freeAtMs.set(subject, allFreeAtMs);
    return null;
  };
}

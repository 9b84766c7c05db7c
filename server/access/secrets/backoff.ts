// Guessing is slowed down: after a few misses each further try has to wait, twice as long every time.
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/clock.ts';
import { SlowDown } from '../../core/refusal.ts';

export type Backoff = {
  /** @throws SlowDown when one of these has to wait. */
  check(...subjects: string[]): void;
  /**
   * Counts a try for each of these, before its outcome is known, so that tries side by side count too.
   * @throws as `check`; nothing is counted then.
   */
  take(...subjects: string[]): void;
  /** The try was good: it and what came before it are forgotten for this one. */
  forgive(subject: string): void;
};

export type Pace = {
  /** So many misses cost nothing. */
  free: number;
  firstMs: number;
  mostMs: number;
  /** Misses are forgotten this long after the last. */
  forgetMs: number;
};

/** No more is remembered than this: who tried longest ago is forgotten first. */
const mostSubjects = 10_000;

export function createBackoff(clock: Pick<Clock, 'monotonicMs'>, pace: Pace): Backoff {
  const seen = new LRUCache<string, { misses: number; atMs: number; freeAtMs: number }>({
    max: mostSubjects,
  });

  function waitMs(subject: string, nowMs: number): number {
    return (seen.get(subject)?.freeAtMs ?? 0) - nowMs;
  }

  function count(subject: string, nowMs: number): void {
    const before = seen.get(subject);
    const misses = before && nowMs - before.atMs < pace.forgetMs ? before.misses + 1 : 1;
    const over = misses - pace.free;
    const pauseMs = over < 0 ? 0 : Math.min(pace.firstMs * 2 ** over, pace.mostMs);
    seen.set(subject, { misses, atMs: nowMs, freeAtMs: nowMs + pauseMs });
  }

  function check(...subjects: string[]): void {
    const nowMs = clock.monotonicMs();
    const longestMs = Math.max(...subjects.map((subject) => waitMs(subject, nowMs)));
    if (longestMs > 0) throw new SlowDown(longestMs);
  }

  return {
    check,
    take(...subjects) {
      check(...subjects);
      for (const subject of subjects) count(subject, clock.monotonicMs());
    },
    forgive: (subject) => seen.delete(subject),
  };
}

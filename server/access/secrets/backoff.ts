// Guessing is slowed down: after a few misses each further try has to wait, twice as long every time.
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/clock.ts';
import { SlowDown } from '../../core/refusal.ts';

export type Backoff = {
  /** @throws SlowDown when one of these has to wait. */
  check(...subjects: string[]): void;
  /** Counts a miss for each of these. */
  miss(...subjects: string[]): void;
  /**
   * Counts a try for each of these, before its outcome is known, so that tries side by side count too.
   * @throws as `check`; nothing is counted then.
   */
  take(...subjects: string[]): void;
  /** Whether this one has missed, and it is not forgotten yet. */
  hasMissed(subject: string): boolean;
  /** The try was good: it and what came before it are forgotten for this one. @returns how many misses that were. */
  forgive(subject: string): number;
};

export type Pace = {
  /** So many misses cost nothing. */
  free: number;
  firstMs: number;
  mostMs: number;
  /** Misses are forgotten this long after the last. */
  forgetMs: number;
};

type Misses = { misses: number; atMs: number; freeAtMs: number };

/**
 * So many are remembered of those who have a free miss left, and as many of those who have none; who missed longest ago is forgotten
 * first. Apart, because anybody can miss once under many names: that must make nobody forgotten who is being slowed.
 */
const mostOfEach = 10_000;

export function createBackoff(clock: Pick<Clock, 'monotonicMs'>, pace: Pace): Backoff {
  const free = new LRUCache<string, Misses>({ max: mostOfEach });
  const slowed = new LRUCache<string, Misses>({ max: mostOfEach });
  const find = (subject: string) => slowed.get(subject) ?? free.get(subject);

  function waitMs(subject: string, nowMs: number): number {
    return (find(subject)?.freeAtMs ?? 0) - nowMs;
  }

  function count(subject: string, nowMs: number): void {
    const before = find(subject);
    const misses = before && nowMs - before.atMs < pace.forgetMs ? before.misses + 1 : 1;
    const over = misses - pace.free;
    const pauseMs = over < 0 ? 0 : Math.min(pace.firstMs * 2 ** over, pace.mostMs);
    const [here, there] = over < 0 ? [free, slowed] : [slowed, free];
    there.delete(subject);
    here.set(subject, { misses, atMs: nowMs, freeAtMs: nowMs + pauseMs });
  }

  function check(...subjects: string[]): void {
    const nowMs = clock.monotonicMs();
    const longestMs = Math.max(...subjects.map((subject) => waitMs(subject, nowMs)));
    if (longestMs > 0) throw new SlowDown(longestMs);
  }

  function miss(...subjects: string[]): void {
    for (const subject of subjects) count(subject, clock.monotonicMs());
  }

  return {
    check,
    miss,
    take(...subjects) {
      check(...subjects);
      miss(...subjects);
    },
    hasMissed(subject) {
      const before = find(subject);
      return before !== undefined && clock.monotonicMs() - before.atMs < pace.forgetMs;
    },
    forgive(subject) {
      const { misses = 0 } = find(subject) ?? {};
      slowed.delete(subject);
      free.delete(subject);
      return misses;
    },
  };
}

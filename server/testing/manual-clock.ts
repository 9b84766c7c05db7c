// Time that stands still until a test moves it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Clock, sleepBy } from '../core/clock.ts';

export type ManualClock = Clock & {
  /**
   * Moves both clocks on by `ms`, waking each sleeper at its own moment, the earliest first and those of one
   * moment in the order in which they lay down; a sleep begun on the way is woken too if it ends in time.
   */
  advance(ms: number): Promise<void>;
  /** Lets everything that is ready run; no time passes. Sockets and disks may need more than this. */
  settle(): Promise<void>;
  /** Puts the wall clock right (or wrong) as an administrator would: nobody wakes, the pace is unchanged. */
  jumpWallClock(ms: number): void;
  /** For how many milliseconds each sleeper has still to sleep, the earliest first. */
  sleeping(): number[];
};

const turnsToSettle = 10;

export function manualClock(startMs = Date.parse('2026-03-02T09:00:00.000Z')): ManualClock {
  type Sleeper = { dueMs: number; wake: () => void };
  const sleepers = new Set<Sleeper>();
  let wallMs = startMs;
  const bootedMs = 5_000_000; // not 0 and not the wall clock: mixing the two up must show
  let monotonicMs = bootedMs;

  const inOrder = () => [...sleepers].sort((a, b) => a.dueMs - b.dueMs);
  const moveTo = (targetMs: number) => {
    wallMs += targetMs - monotonicMs;
    monotonicMs = targetMs;
  };
  const settle = async () => {
    for (let turn = 0; turn < turnsToSettle; turn++) await nextTurn();
  };

  const after = (ms: number, act: () => void) => {
    const dueMs = monotonicMs + Math.max(ms, 1); // as Node's timers have it
    const sleeper = { dueMs, wake };
    function wake() {
      sleepers.delete(sleeper);
      act();
    }
    sleepers.add(sleeper);
    return () => void sleepers.delete(sleeper);
  };

  return {
    nowMs: () => wallMs,
    steadyMs: () => startMs + monotonicMs - bootedMs,
    monotonicMs: () => monotonicMs,
    after,
    sleep: sleepBy(after),
    settle,
    jumpWallClock: (ms) => {
      wallMs += ms;
    },
    sleeping: () => inOrder().map(({ dueMs }) => dueMs - monotonicMs),
    async advance(ms) {
      const endMs = monotonicMs + ms;
      await settle();
      for (let [next] = inOrder(); next && next.dueMs <= endMs; [next] = inOrder()) {
        moveTo(next.dueMs);
        next.wake();
        await settle();
      }
      moveTo(endMs);
    },
  };
}

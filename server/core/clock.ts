// Time as the server sees it; tests bring their own.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type Clock = {
  /** Epoch milliseconds, as an administrator has set them: for what people read. */
  nowMs(): number;
  /**
   * Milliseconds that nobody can set and that go on over a restart of the server: for deadlines that are stored. Close to the
   * epoch, but only their differences mean anything.
   */
  steadyMs(): number;
  /** Milliseconds from an arbitrary start that never jump: for pacing. */
  monotonicMs(): number;
  /** Calls `act` after `ms`. @returns what keeps it from being called. */
  after(ms: number, act: () => void): () => void;
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** When this process began, by the kernel's monotonic clock, which is the same for all since the machine was started. */
const beganMs = Number(process.hrtime.bigint()) / 1e6 - performance.now();
const sinceBootMs = () => Math.floor(beganMs + performance.now());

/** Names this run of the machine. Where the system has no name for it, each start of the server counts as one. */
function bootName(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return randomUUID();
  }
}

/** @returns a clock's `sleep`, made of its `after`. */
export function sleepBy(after: Clock['after']): Clock['sleep'] {
  return (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const over = () => {
        cancel();
        signal?.removeEventListener('abort', over);
        resolve();
      };
      const cancel = after(ms, over);
      signal?.addEventListener('abort', over, { once: true });
    });
}

/** What `within` resolves with when it has waited long enough. */
export const late = Symbol('late');

/**
 * Waits for `promise`, but no longer than `ms`; what it stands for goes on.
 * @returns what it resolves with, or `late`. @throws what it rejects with in time.
 */
export function within<T>(
  clock: Pick<Clock, 'sleep'>,
  ms: number,
  promise: Promise<T>,
): Promise<T | typeof late> {
  const over = new AbortController();
  const isLate = clock.sleep(ms, over.signal).then((): typeof late => late);
  return Promise.race<T | typeof late>([promise, isLate]).finally(() => over.abort());
}

function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** @param anchor gives what to add to the time since a boot, and keeps the first offset that it is offered for it. */
export async function openClock(anchor: (boot: string, offsetMs: number) => Promise<number>): Promise<Clock> {
  const offsetMs = await anchor(bootName(), Date.now() - sinceBootMs());
  return {
    nowMs: () => Date.now(),
    steadyMs: () => sinceBootMs() + offsetMs,
    monotonicMs: () => performance.now(),
    after,
    sleep: sleepBy(after),
  };
}

/**
 * A moment of the steady clock as the wall clock has it now, in epoch milliseconds. Where the wall clock was put forward or back,
 * the same deadline reads differently, and what is left until it stays the same.
 */
export function wallTimeMs(steadyMs: number, clock: Pick<Clock, 'nowMs' | 'steadyMs'>): number {
  // Whole seconds: the two clocks are not read at the very same moment, and a deadline must not flicker.
  return steadyMs + Math.round((clock.nowMs() - clock.steadyMs()) / 1000) * 1000;
}

/** A time as it goes into the name of a file, in UTC: `2026-12-01T01-20-00-000Z`, which no system forbids. */
export const timeInName = (ms: number): string => new Date(ms).toISOString().replace(/[:.]/g, '-');

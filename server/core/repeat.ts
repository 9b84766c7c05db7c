// What is done by itself again and again for as long as the server runs.
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';

export type Repeated = {
  /** What a failure is called in the log; it is tried again the next time. */
  what: string;
  /** After so many milliseconds for the first time. */
  firstAfterMs: number;
  /** From one beginning to the next, in milliseconds; one that takes longer is followed at once. */
  everyMs: number;
  /** @param stopping aborts when it is to come to an end. */
  act: (stopping: AbortSignal) => Promise<void>;
};

/** @returns `stop`, which resolves once nothing is under way any more. */
export function repeat(
  { what, firstAfterMs, everyMs, act }: Repeated,
  { clock, log }: { clock: Pick<Clock, 'monotonicMs' | 'sleep'>; log: Logger },
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function run(): Promise<void> {
    if (firstAfterMs > 0) await clock.sleep(firstAfterMs, signal);
    while (!signal.aborted) {
      const beganMs = clock.monotonicMs();
      await act(signal).catch((err: unknown) => log.error({ err }, what));
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

// Time as the server sees it; tests bring their own.
import { setTimeout as wait } from 'node:timers/promises';

export type Clock = {
  /** Epoch milliseconds: for what people and Vipps read. */
  nowMs(): number;
  /** Milliseconds from an arbitrary start that never jump: for pacing. */
  monotonicMs(): number;
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export const realClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: async (ms, signal) => {
    if (signal?.aborted) return;
    await wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};

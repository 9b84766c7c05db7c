// Wakes the held requests of a till when it has something newer to show.
import type { Clock } from '../clock.ts';

export type News = {
  /** Something about this till has changed. */
  tell(till: string): void;
  /** The number of the last news of this till; read it before the state that it is about. */
  last(till: string): number;
  /** Resolves once there is news after `seen`, after `ms`, when `signal` aborts, or when the server stops. */
  after(till: string, seen: number, ms: number, signal: AbortSignal): Promise<void>;
  /** How many requests are held now. */
  held(): number;
  /** Lets all go, now and from here on. */
  close(): void;
  closed(): boolean;
};

export function createNews(clock: Clock): News {
  const numbers = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  let closed = false;

  const last = (till: string) => numbers.get(till) ?? 0;
  const wake = (till: string) => {
    for (const letGo of waiting.get(till) ?? []) letGo();
  };

  return {
    last,
    tell(till) {
      numbers.set(till, last(till) + 1);
      wake(till);
    },
    async after(till, seen, ms, signal) {
      if (closed || signal.aborted || last(till) !== seen) return;
      const over = new AbortController();
      const letGo = () => over.abort();
      const here = waiting.get(till) ?? new Set();
      waiting.set(till, here.add(letGo));
      signal.addEventListener('abort', letGo, { once: true });
      await clock.sleep(ms, over.signal);
      signal.removeEventListener('abort', letGo);
      here.delete(letGo);
      if (here.size === 0) waiting.delete(till);
    },
    held: () => [...waiting.values()].reduce((sum, here) => sum + here.size, 0),
    closed: () => closed,
    close() {
      closed = true;
      for (const till of waiting.keys()) wake(till);
    },
  };
}

// Wakes the held requests of a till when it has something newer to show.
import type { Clock } from '../core/clock.ts';

export type ChangeFeed = {
  /** Something about this till has changed. */
  tell(till: string): void;
  /** The number of the last change of this till; read it before the state that it is about. */
  last(till: string): number;
  /**
   * Calls `act` once: as soon as there is a change after `seen`, after `ms`, or when the server stops.
   * @returns what gives up waiting, for a request whose sender has hung up.
   */
  after(till: string, seen: number, ms: number, act: () => void): () => void;
  /** How many requests are held now. */
  held(): number;
  /** Lets all go, now and from here on. */
  close(): void;
  closed(): boolean;
};

export function createChangeFeed(clock: Clock): ChangeFeed {
  const numbers = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  let closed = false;

  const last = (till: string) => numbers.get(till) ?? 0;
  /** Kept for as long as there is a server: the same tills ask again and again. */
  const waitingAt = (till: string) => {
    const here = waiting.get(till) ?? new Set();
    waiting.set(till, here);
    return here;
  };
  const wake = (till: string) => {
    for (const letGo of [...(waiting.get(till) ?? [])]) letGo();
  };

  return {
    last,
    tell(till) {
      numbers.set(till, last(till) + 1);
      wake(till);
    },
    after(till, seen, ms, act) {
      let isOver = false;
      const here = waitingAt(till);
      const leave = () => {
        isOver = true;
        cancel();
        here.delete(letGo);
      };
      const letGo = () => {
        if (isOver) return;
        leave();
        act();
      };
      const cancel = clock.after(ms, letGo);
      here.add(letGo);
      // Not within this call: the caller does not have its result yet.
      if (closed || last(till) !== seen) queueMicrotask(letGo);
      return leave;
    },
    held: () => [...waiting.values()].reduce((sum, here) => sum + here.size, 0),
    closed: () => closed,
    close() {
      closed = true;
      for (const till of [...waiting.keys()]) wake(till);
    },
  };
}

// When each key was last used, for people who look after them: noted at most once a minute, beside the requests.
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import type { AccessStore } from '../../store/access-store.ts';

const noteEveryMs = 60_000;

export type LastUseDeps = {
  store: Pick<AccessStore, 'usedKey'>;
  clock: Pick<Clock, 'nowMs' | 'monotonicMs'>;
  log: Logger;
};

/** @returns what is called for each request of a key. It neither waits for the database nor fails with it. */
export function createLastUse({ store, clock, log }: LastUseDeps): (id: string) => void {
  /** Only keys that there are get here. */
  const notedAtMs = new Map<string, number>();

  return (id) => {
    const nowMs = clock.monotonicMs();
    if (nowMs - (notedAtMs.get(id) ?? Number.NEGATIVE_INFINITY) < noteEveryMs) return;
    notedAtMs.set(id, nowMs);
    store.usedKey(id, clock.nowMs()).catch((error: unknown) => log.warn({ err: error }, 'last use of a key'));
  };
}

// Sessions that nobody works on lock themselves. The steady clock counts, so that a restart unlocks nothing.
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import type { AccessStore, StoredSession } from '../../store/access-store.ts';
import type { Principal } from '../policy.ts';

/** Work is written this long after the first that is not: rarely, and never while a request for a sale waits for it. */
const writeEveryMs = 20_000;
/** As many are written in one go; sales take their turn in between. */
const mostAtOnce = 50;

export type IdleLock = {
  /** Somebody does something, or looks on while a payment is under way. Never waits and never throws. A session that is locked stays so. */
  noteWork(principal: Principal): void;
  isLocked(tokenHash: string, stored: Pick<StoredSession, 'activeAtMs' | 'isLocked'>): boolean;
};

export type IdleLockDeps = {
  store: Pick<AccessStore, 'noteActivity'>;
  clock: Pick<Clock, 'steadyMs' | 'after'>;
  /** After so long without work; null is never. */
  lockAfterMs: number | null;
  log: Logger;
};

export function createIdleLock({ store, clock, lockAfterMs, log }: IdleLockDeps): IdleLock {
  /** When somebody last worked on a session, by the hash of its token: of those whose last work is not written yet. */
  const notWritten = new Map<string, number>();
  let isWaiting = false;

  async function write(): Promise<void> {
    const all = [...notWritten].map(([tokenHash, atMs]) => ({ tokenHash, atMs }));
    for (let from = 0; from < all.length; from += mostAtOnce) {
      const some = all.slice(from, from + mostAtOnce);
      await store.noteActivity(some);
      for (const { tokenHash, atMs } of some) {
        if (notWritten.get(tokenHash) === atMs) notWritten.delete(tokenHash);
      }
    }
  }

  function writeLater(): void {
    if (isWaiting) return;
    isWaiting = true;
    clock.after(writeEveryMs, () => {
      void write()
        .catch((err: unknown) => log.warn({ err }, 'work on sessions is not stored'))
        .finally(() => {
          isWaiting = false;
          if (notWritten.size > 0) writeLater();
        });
    });
  }

  return {
    noteWork(principal) {
      if (principal.kind !== 'staff' || principal.session.locked) return;
      notWritten.set(principal.tokenHash, clock.steadyMs());
      writeLater();
    },
    isLocked(tokenHash, stored) {
      if (stored.isLocked) return true;
      const lastMs = Math.max(stored.activeAtMs, notWritten.get(tokenHash) ?? stored.activeAtMs);
      return lockAfterMs !== null && clock.steadyMs() - lastMs >= lockAfterMs;
    },
  };
}

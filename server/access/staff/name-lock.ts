// A name is locked after too many wrong PINs, until a manager says otherwise.
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/clock.ts';
import type { Told } from '../../store/audit-store.ts';
import type { SignInStore } from '../../store/sign-in-store.ts';

/** So many wrong PINs within a day that begins with the first of them. */
const missesToLock = 20;
const dayMs = 24 * 3_600_000;

/** Of names that nobody has. Each miss costs whoever makes it a turn, so that it takes longer to fill this than to be forgotten. */
const mostNames = 10_000;

/** `id` is that of who has the name; null when nobody has it. */
export type Named = { readonly nameKey: string; readonly id: string | null };

export type NameLock = {
  isLocked(who: Named): Promise<boolean>;
  /** @param told put on record with the lock. @returns whether this has locked the name. */
  miss(who: Named, told?: Told): Promise<boolean>;
  /** `count` of the misses were the slips of who then knew the PIN. */
  forgive(who: Named, count: number): void;
};

type Misses = { count: number; sinceMs: number };

/** Misses are counted in memory, so that the names that nobody has cost the same time as others; locks are stored. */
export function createNameLock(store: SignInStore, clock: Pick<Clock, 'nowMs' | 'monotonicMs'>): NameLock {
  /** By id: as many as there is staff. */
  const ofStaff = new Map<string, Misses>();
  const ofNobody = new LRUCache<string, Misses>({ max: mostNames });
  const lockedOfNobody = new LRUCache<string, true>({ max: mostNames });
  const missesOf = ({ id, nameKey }: Named) =>
    id === null ? { misses: ofNobody, key: nameKey } : { misses: ofStaff, key: id };

  async function lock({ id, nameKey }: Named, told?: Told): Promise<void> {
    if (id === null) lockedOfNobody.set(nameKey, true);
    else await store.lock({ staffId: id, atMs: clock.nowMs() }, told);
  }

  return {
    isLocked: async ({ id, nameKey }) => (id === null ? lockedOfNobody.has(nameKey) : store.isLocked(id)),
    async miss(who, told) {
      const { misses, key } = missesOf(who);
      const nowMs = clock.monotonicMs();
      const before = misses.get(key);
      const isSameDay = before !== undefined && nowMs - before.sinceMs < dayMs;
      const count = isSameDay ? before.count + 1 : 1;
      misses.set(key, { count, sinceMs: isSameDay ? before.sinceMs : nowMs });
      if (count < missesToLock) return false;
      await lock(who, told);
      misses.delete(key);
      return true;
    },
    forgive(who, count) {
      const { misses, key } = missesOf(who);
      const before = misses.get(key);
      if (before !== undefined) misses.set(key, { ...before, count: before.count - count });
    },
  };
}

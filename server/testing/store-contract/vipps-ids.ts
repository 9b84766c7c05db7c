// What every store must do about Vipps' own ids, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../store/sqlite/sqlite.ts';

/** @param open gives an empty store. */
export function vippsIdContract(open: () => Promise<Database>): void {
  describe('ids of Vipps', () => {
    let store: Database;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('are kept by payment, in the order in which they came', async () => {
      const { keepVippsId, readVippsIds } = store.vippsIds;
      const later = { about: 'capture', id: 'a', atMs: 2 } as const;
      const sooner = { about: 'payment', id: 'b', atMs: 1 } as const;
      for (const id of [later, sooner]) await keepVippsId('till-1-a', id, 5);
      expect(await readVippsIds('till-1-a')).toEqual([sooner, later]);
      expect(await readVippsIds('till-1-b')).toEqual([]);
    });

    it('stay as they are when they come again, and are no more of one kind than wanted', async () => {
      const { keepVippsId, readVippsIds } = store.vippsIds;
      const poll = (id: string, atMs: number) => ({ about: 'look', id, atMs }) as const;
      await keepVippsId('till-1-a', poll('a', 1), 2);
      await keepVippsId('till-1-a', poll('a', 9), 2);
      await keepVippsId('till-1-a', poll('b', 2), 2);
      await keepVippsId('till-1-a', poll('c', 3), 2);
      await keepVippsId('till-1-a', { ...poll('c', 3), about: 'cancel' }, 2);
      const kept = (await readVippsIds('till-1-a')).map(({ about, id, atMs }) => `${about} ${id} ${atMs}`);
      expect(kept).toEqual(['look a 1', 'look b 2', 'cancel c 3']);
    });
  });
}

// What every store must do about locked names and known devices, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessStore } from '../../store/access-store.ts';
import type { Store } from '../../store/store.ts';

/** @param open gives an empty store. */
export function signInContract(open: () => Promise<Store & { readonly access: AccessStore }>): void {
  let store: Awaited<ReturnType<typeof open>>;
  let access: AccessStore;
  beforeEach(async () => {
    store = await open();
    access = store.access;
    for (const id of ['kari', 'ola']) {
      const member = {
        id,
        name: id,
        role: 'cashier',
        shop: null,
        createdAtMs: 0,
        lastSignInAtMs: null,
      } as const;
      await access.addStaff(member, { nameKey: id, pinHash: 'x' });
    }
  });
  afterEach(() => store.close());

  describe('a locked name', () => {
    it('is locked once, until it is unlocked, and no other is', async () => {
      await access.lock({ staffId: 'kari', atMs: 7 });
      await access.lock({ staffId: 'kari', atMs: 8 });
      expect([await access.isLocked('kari'), await access.isLocked('ola')]).toEqual([true, false]);
      expect(await access.listLocked()).toEqual([{ staffId: 'kari', atMs: 7 }]);
      expect([await access.unlock('kari'), await access.unlock('kari')]).toEqual([true, false]);
      expect(await access.isLocked('kari')).toBe(false);
    });

    it('[P8] is unlocked by a new PIN, and gone with its person', async () => {
      for (const staffId of ['kari', 'ola']) await access.lock({ staffId, atMs: 7 });
      await access.setPin('kari', 'new');
      expect(await access.listLocked()).toEqual([{ staffId: 'ola', atMs: 7 }]);
      await access.removeStaff('ola');
      expect(await access.listLocked()).toEqual([]);
    });
  });

  describe('the name of somebody who was removed', () => {
    it('[P8] is remembered', async () => {
      expect(await access.listFormerNames()).toEqual([]);
      await access.removeStaff('kari');
      expect(await access.listFormerNames()).toEqual(['kari']);
    });
  });

  describe('a known device', () => {
    const keep = (tokenHash: string, staffId: string, atMs: number, formerHash: string | null = null) =>
      access.keepDevice({ tokenHash, formerHash, staffId, atMs, most: 3 });
    const known = async (...devices: string[]) => {
      const all = await Promise.all(
        devices.flatMap((device) =>
          ['kari', 'ola'].map(async (id) =>
            (await access.knowsDevice(device, id)) ? [`${device} ${id}`] : [],
          ),
        ),
      );
      return all.flat();
    };

    it('is known to who has signed in with it', async () => {
      await keep('till', 'kari', 1);
      await keep('till', 'ola', 2);
      await keep('office', 'kari', 3);
      expect(await known('till', 'office', 'none')).toEqual(['till kari', 'till ola', 'office kari']);
    });

    it('[P8] goes by its last secret only, for everybody who is known to it', async () => {
      await keep('first', 'kari', 1);
      await keep('second', 'ola', 2, 'first');
      await keep('third', 'ola', 3, 'second');
      expect(await known('first', 'second', 'third')).toEqual(['third kari', 'third ola']);
      await keep('fourth', 'ola', 4, 'never heard of');
      expect(await known('third', 'fourth')).toEqual(['third kari', 'third ola', 'fourth ola']);
    });

    it('is forgotten when its person has used enough others since, and no other is', async () => {
      await keep('a', 'ola', 0);
      for (const [atMs, device] of ['a', 'b', 'c', 'd', 'e'].entries()) await keep(device, 'kari', atMs);
      expect(await known('a', 'b', 'c', 'd', 'e')).toEqual(['a ola', 'c kari', 'd kari', 'e kari']);
    });

    it('[P8] is forgotten after so many misses in a row, of that person only', async () => {
      await keep('till', 'kari', 1);
      await keep('till', 'ola', 1);
      for (let i = 0; i < 4; i += 1) await access.countDeviceMiss('till', 'kari', 5);
      await keep('till', 'kari', 2);
      for (let i = 0; i < 4; i += 1) await access.countDeviceMiss('till', 'kari', 5);
      expect(await known('till')).toEqual(['till kari', 'till ola']);
      await access.countDeviceMiss('till', 'kari', 5);
      expect(await known('till')).toEqual(['till ola']);
    });

    it('[P8] is gone with its person', async () => {
      await keep('till', 'kari', 1);
      await access.removeStaff('kari');
      expect(await known('till')).toEqual([]);
    });
  });
}

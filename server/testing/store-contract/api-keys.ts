// What every store must do about API keys, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessStore, KeyRotation, StoredKey } from '../../store/access-store.ts';
import type { Store } from '../../store/store.ts';

const aKey = (name: string, bent: Partial<StoredKey> = {}): StoredKey => ({
  id: `id of ${name}`,
  name,
  shop: null,
  till: null,
  createdAtMs: 1_795_423_921_090,
  scopes: ['sell'],
  expiresAtMs: null,
  lastUsedAtMs: null,
  oldEndsAtMs: null,
  ...bent,
});

const aRotation = (tokenHash: string, bent: Partial<KeyRotation> = {}): KeyRotation => ({
  tokenHash,
  expiresAtMs: null,
  oldEndsAtMs: 7_000,
  ...bent,
});

/** @param open gives an empty store. */
export function keyContract(open: () => Promise<Store & { readonly access: AccessStore }>): void {
  describe('API keys', () => {
    let store: Awaited<ReturnType<typeof open>>;
    let access: AccessStore;
    beforeEach(async () => {
      store = await open();
      access = store.access;
    });
    afterEach(() => store.close());
    const add = (key: StoredKey, nameKey: string) =>
      access.addKey(key, { nameKey, tokenHash: `hash of ${key.id}` });

    it('keeps every field, in the order of their names', async () => {
      const web = aKey('web', { shop: 'oslo', scopes: ['sell', 'refund', 'read', 'manage'] });
      const pos = aKey('POS', { till: '1', expiresAtMs: 1_798_761_600_000, lastUsedAtMs: 5, oldEndsAtMs: 6 });
      expect([await add(web, 'web'), await add(pos, 'pos')]).toEqual([true, true]);
      expect(await access.listKeys()).toEqual([pos, web]);
      expect(await access.findKey(`hash of ${web.id}`)).toEqual({ ...web, isOld: false });
      expect(await access.findKey(`hash of ${pos.id}`)).toEqual({ ...pos, isOld: false });
      expect(await access.findKey(pos.id)).toBeNull();
    });

    it('takes a name once', async () => {
      await add(aKey('POS'), 'pos');
      expect(await add(aKey('pos', { id: 'another' }), 'pos')).toBe(false);
      expect(await access.listKeys()).toEqual([aKey('POS')]);
    });

    it('[P8] knows a removed key no more, and its name is free again', async () => {
      await add(aKey('POS'), 'pos');
      expect(await access.removeKey('POS')).toBe(false);
      expect(await access.removeKey('pos')).toBe(true);
      expect(await access.removeKey('pos')).toBe(false);
      expect(await access.findKey('hash of id of POS')).toBeNull();
      expect(await add(aKey('POS', { id: 'another' }), 'pos')).toBe(true);
    });

    it('notes when one was used', async () => {
      await add(aKey('POS'), 'pos');
      await add(aKey('web'), 'web');
      await access.usedKey('id of POS', 9);
      await access.usedKey('nobody', 9);
      expect(await access.listKeys()).toEqual([aKey('POS', { lastUsedAtMs: 9 }), aKey('web')]);
    });

    it('[P8] knows a rotated key by both tokens, and which is the old one, until it is removed', async () => {
      const pos = aKey('POS', { till: '1', scopes: ['refund'] });
      await add(pos, 'pos');
      await add(aKey('web'), 'web');
      expect(await access.findKey('new')).toBeNull();
      expect(await access.rotateKey(pos, aRotation('new', { expiresAtMs: 3 }))).toBe(true);
      const rotated = { ...pos, expiresAtMs: 3, oldEndsAtMs: 7_000 };
      expect(await access.findKey('new')).toEqual({ ...rotated, isOld: false });
      expect(await access.findKey('hash of id of POS')).toEqual({ ...rotated, isOld: true });
      expect(await access.listKeys()).toEqual([rotated, aKey('web')]);
      await access.removeKey('pos');
      expect([await access.findKey('new'), await access.findKey('hash of id of POS')]).toEqual([null, null]);
    });

    it('[P8] knows no token of before when a rotation ends them at once', async () => {
      const pos = aKey('POS');
      await add(pos, 'pos');
      await access.rotateKey(pos, aRotation('second'));
      const again = { ...pos, oldEndsAtMs: 7_000 };
      expect(await access.rotateKey(again, aRotation('third', { oldEndsAtMs: null }))).toBe(true);
      expect(await access.findKey('hash of id of POS')).toBeNull();
      expect(await access.findKey('second')).toBeNull();
      expect(await access.findKey('third')).toEqual({ ...pos, isOld: false });
    });

    it('rotates a key once when two try with the same knowledge, and none that is not there', async () => {
      const pos = aKey('POS');
      await add(pos, 'pos');
      const tries = ['one', 'two'].map((hash) => access.rotateKey(pos, aRotation(hash)));
      expect((await Promise.all(tries)).toSorted()).toEqual([false, true]);
      expect(await access.findKey('hash of id of POS')).toMatchObject({ isOld: true });
      expect(await access.rotateKey({ id: 'nobody', oldEndsAtMs: null }, aRotation('three'))).toBe(false);
    });
  });
}

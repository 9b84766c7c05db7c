// What every store must do about settings, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsStore, StoredTill } from '../../store/settings-store.ts';
import type { Store } from '../../store/store.ts';

const aTill = (bent: Partial<StoredTill> = {}): StoredTill => ({
  id: 'bar',
  shop: 'oslo',
  name: 'Bar',
  currency: 'NOK',
  locale: 'nb-NO',
  brand: 'vipps',
  subscriptions: true,
  api: 'epayment',
  createdAtMs: 1_795_423_921_090,
  retiredAtMs: null,
  ...bent,
});
const aLogo = (shop: string, bytes: string) => ({
  shop,
  name: 'logo' as const,
  hash: `of ${bytes}`,
  image: { contentType: 'image/png', bytes: Buffer.from(bytes) },
});

/** @param open gives an empty store. */
export function settingsContract(open: () => Promise<Store & { readonly settings: SettingsStore }>): void {
  describe('settings', () => {
    let store: Awaited<ReturnType<typeof open>>;
    let settings: SettingsStore;
    beforeEach(async () => {
      store = await open();
      settings = store.settings;
    });
    afterEach(() => store.close());

    it('are none at first', async () => {
      expect(await settings.readAll()).toEqual({ values: [], pictures: [], tills: [] });
    });

    it('keep the last value of each name, and none that was taken away', async () => {
      await settings.putValues(
        'oslo',
        new Map([
          ['name', '"One"'],
          ['capture', '"manual"'],
        ]),
      );
      await settings.putValues(
        'oslo',
        new Map([
          ['name', '"Two"'],
          ['capture', null],
        ]),
      );
      await settings.putValues('bergen', new Map([['name', '"Three"']]));
      expect((await settings.readAll()).values.toSorted((a, b) => a.value.localeCompare(b.value))).toEqual([
        { shop: 'bergen', name: 'name', value: '"Three"' },
        { shop: 'oslo', name: 'name', value: '"Two"' },
      ]);
    });

    it('keep the last picture of each name and shop', async () => {
      for (const bytes of ['old', 'new']) await settings.putPicture(aLogo('oslo', bytes));
      await settings.putPicture(aLogo('bergen', 'theirs'));
      expect(await settings.findPicture('oslo', 'logo')).toEqual(aLogo('oslo', 'new').image);
      expect(await settings.findPicture('oslo', 'picture')).toBeNull();
      expect((await settings.readAll()).pictures).toContainEqual({
        shop: 'oslo',
        name: 'logo',
        hash: 'of new',
      });
      expect(await settings.removePicture('oslo', 'logo')).toBe(true);
      expect(await settings.removePicture('oslo', 'logo')).toBe(false);
      expect((await settings.readAll()).pictures).toEqual([
        { shop: 'bergen', name: 'logo', hash: 'of theirs' },
      ]);
    });

    it('keep every field of a till, in the order in which they were added', async () => {
      const sooner = aTill({ id: 'door', createdAtMs: 1, subscriptions: false });
      for (const till of [aTill({ name: 'Before' }), sooner]) await settings.putTill(till);
      const retired = aTill({ retiredAtMs: 1_795_423_921_091 });
      await settings.putTill(retired);
      expect((await settings.readAll()).tills).toEqual([sooner, retired]);
    });
  });
}

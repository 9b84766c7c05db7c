// The settings of all shops while the server runs: what counts now, and how managers change it.
import { type LimitsOf, type RefundLimits, tightest } from '../access/staff/refund-limits.ts';
import { type Act, tell } from '../audit/act.ts';
import type { Deciding } from '../audit/start-entry.ts';
import { mostPictureBytes, pictureHash } from '../branding/branding.ts';
import { limitsADay } from '../config/network.ts';
import type { SalesUnit } from '../config/tills.ts';
import type { PictureName, SettingChanges, SettingValues, ShopSettings } from '../contract/settings.ts';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import { inShop, type Tills } from '../core/tills.ts';
import type { AllSettings, SettingsStore } from '../store/settings-store.ts';
import type { StoredImage } from '../store/store.ts';
import { createTillChanges, type TillChanges } from './change-tills.ts';
import { imageType } from './image-type.ts';
import { createState, type StateDeps } from './state.ts';
import { managedTills } from './till-list.ts';
import { checkFree, toStore } from './values.ts';

export type SettingsDeps = StateDeps & { store: SettingsStore; clock: Pick<Clock, 'nowMs'> };

export type Settings = TillChanges & {
  /** Those of all shops, with what is set for them. */
  readonly tills: Tills;
  /** How the sales of a till are made, also of one that has been retired. @throws where there never was one. */
  salesUnitOf(till: string): SalesUnit;
  capture(shop: string): SettingValues['capture'];
  refundLimits: LimitsOf;
  /** About money, in all shops together. */
  deciding(): Deciding;
  findPicture(shop: string, name: PictureName): Promise<StoredImage | null>;
  shops(): readonly { id: string; name: string | null }[];
  /** @throws Refusal `not_found`. */
  view(shop: string): ShopSettings;
  /** @throws as `toStore`; Refusal `not_found`. */
  change(shop: string, changes: SettingChanges, act?: Act): Promise<void>;
  /** @throws Refusal `invalid_request` for what is no picture, `wrong_state` where the configuration has one; `not_found`. */
  putPicture(shop: string, name: PictureName, bytes: Buffer, act?: Act): Promise<void>;
  /** @throws as `putPicture`. */
  removePicture(shop: string, name: PictureName, act?: Act): Promise<void>;
};

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);

/** What was set to what, for the audit log. */
function differences(before: SettingValues, after: SettingValues): Record<string, string> {
  const names = Object.keys(after) as (keyof SettingValues)[];
  const differ = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(differ.map((name) => [name, `${shown(before[name])} → ${shown(after[name])}`]));
}

export async function openSettings(deps: SettingsDeps): Promise<Settings> {
  const { config, store, branding } = deps;
  const state = createState(await store.readAll(), deps);

  function limitsOf(shop: string): RefundLimits {
    const { cashierRefundLimit, cashierRefundLimitPerDay, refundApprovalAbove } = state.values(shop);
    return {
      cashierRefundUpTo: cashierRefundLimit,
      cashierRefundUpToADay: cashierRefundLimitPerDay ?? limitsADay * cashierRefundLimit,
      refundApprovalAbove,
    };
  }

  function checkPicture(shop: string, name: PictureName): void {
    state.checkShop(shop);
    checkFree(name, state.setBy(shop));
  }

  return {
    ...createTillChanges(state, deps),
    tills: {
      list: () => state.list().tills.list(),
      find: (id) => state.list().tills.find(id),
      shopOf: (id) => state.list().tills.shopOf(id),
    },
    salesUnitOf(till) {
      const unit = state.list().salesUnits.get(till);
      if (unit === undefined) throw new Error(`till ${till} has no sales unit`);
      return unit;
    },
    capture: (shop) => state.values(shop).capture,
    refundLimits: (shop) => (shop === null ? tightest(state.shops.map(limitsOf)) : limitsOf(shop)),
    deciding: () => ({
      ...tightest(state.shops.map(limitsOf)),
      capture: [...new Set(state.shops.map((shop) => state.values(shop).capture))].join(', '),
    }),
    findPicture: async (shop, name) => branding(shop)[name] ?? (await store.findPicture(shop, name)),
    shops: () => state.shops.map((id) => ({ id, name: state.values(id).name })),
    view(shop) {
      state.checkShop(shop);
      const [first] = inShop(state.list().tills, shop);
      const { logo, picture } = first === undefined ? { logo: null, picture: null } : state.pictures(first);
      const tills = managedTills(shop, state.list(), config);
      const currency = first?.currency ?? 'NOK';
      const [values, setBy] = [state.values(shop), state.setBy(shop)];
      return { shop, values, setBy, logo, picture, currency, tills };
    },

    async change(shop, changes, act) {
      state.checkShop(shop);
      const put = toStore(changes, state.setBy(shop));
      const after = ({ values, ...others }: AllSettings): AllSettings => {
        const kept = values.filter((one) => one.shop !== shop || !put.has(one.name));
        const added = [...put].flatMap(([name, value]) => (value === null ? [] : [{ shop, name, value }]));
        return { ...others, values: [...kept, ...added] };
      };
      const detail = differences(state.values(shop), state.valuesIn(after(state.stored()), shop));
      if (Object.keys(detail).length === 0) return;
      await store.putValues(shop, put, tell(act, { shop, about: '', detail }));
      state.take(shop, after);
    },

    async putPicture(shop, name, bytes, act) {
      checkPicture(shop, name);
      const contentType = imageType(bytes);
      if (contentType === null || bytes.length > mostPictureBytes) {
        throw new Refusal('invalid_request', 'data: it accepts a PNG, JPEG or WebP of at most 2 MB');
      }
      const hash = pictureHash(bytes);
      const told = tell(act, { shop, about: name, detail: { bytes: bytes.length } });
      const picture = { shop, name, hash };
      await store.putPicture({ ...picture, image: { contentType, bytes } }, told);
      state.take(shop, ({ pictures, ...others }) => {
        const kept = pictures.filter((one) => one.shop !== shop || one.name !== name);
        return { ...others, pictures: [...kept, picture] };
      });
    },

    async removePicture(shop, name, act) {
      checkPicture(shop, name);
      if (!(await store.removePicture(shop, name, tell(act, { shop, about: name })))) return;
      state.take(shop, ({ pictures, ...others }) => {
        return { ...others, pictures: pictures.filter((one) => one.shop !== shop || one.name !== name) };
      });
    },
  };
}

// What is set now, in memory as it is stored: read by every screen, changed by managers.
import type { Branding } from '../branding/branding.ts';
import type { TillView } from '../contract/payments.ts';
import { type PictureName, pictureNames, type SettingValues } from '../contract/settings.ts';
import { Refusal } from '../core/refusal.ts';
import { shopsOf } from '../core/tills.ts';
import type { AllSettings } from '../store/settings-store.ts';
import { listTills, type Pictures, type TillList } from './till-list.ts';
import { type Configured, valuesOf } from './values.ts';

export type StateDeps = {
  config: Configured;
  /** The pictures of the configuration. */
  branding: Branding;
  /** Wakes the requests that are held for a till. */
  tell: (till: string) => void;
};

export type State = {
  /** Of the configuration: they stay while the server runs. */
  readonly shops: readonly string[];
  stored(): AllSettings;
  list(): TillList;
  values(shop: string): SettingValues;
  /** What would count if that were stored. */
  valuesIn(all: AllSettings, shop: string): SettingValues;
  pictures(till: Pick<TillView, 'id' | 'shop'>): Pictures;
  /** By setting, logo and picture: the variable of the configuration that decides on it. */
  setBy(shop: string): Readonly<Record<string, string>>;
  /** From here on the server goes by it, and every screen of the shop is told. */
  take(shop: string, change: (before: AllSettings) => AllSettings): void;
  /** @throws Refusal `not_found` */
  checkShop(shop: string): void;
};

/** @param first what is stored when the server starts. */
export function createState(first: AllSettings, { config, branding, tell }: StateDeps): State {
  const shops = shopsOf(config.tills);
  let stored = first;
  let values = new Map<string, SettingValues>();

  const valuesIn = (all: AllSettings, shop: string) =>
    valuesOf(
      shop,
      config,
      all.values.filter((one) => one.shop === shop),
    );
  const valuesNow = (shop: string) => values.get(shop) ?? valuesIn(stored, shop);

  function pictures({ id, shop }: Pick<TillView, 'id' | 'shop'>): Pictures {
    const own = branding(shop);
    const address = (name: PictureName): string | null => {
      const added = stored.pictures.find((one) => one.shop === shop && one.name === name);
      const hash = own[name]?.hash ?? added?.hash;
      return hash === undefined ? null : `/api/tills/${encodeURIComponent(id)}/${name}?v=${hash}`;
    };
    return { logo: address('logo'), picture: address('picture') };
  }

  function listNow(): TillList {
    values = new Map(shops.map((shop) => [shop, valuesIn(stored, shop)]));
    return listTills(config, stored.tills, { values: valuesNow, pictures });
  }
  let list = listNow();

  return {
    shops,
    stored: () => stored,
    list: () => list,
    values: valuesNow,
    valuesIn,
    pictures,
    setBy(shop) {
      const own = branding(shop);
      const ofPictures = pictureNames.filter((name) => own[name]).map((name) => [name, 'BRANDING']);
      return { ...config.setBy.get(shop), ...Object.fromEntries(ofPictures) };
    },
    take(shop, change) {
      const before = list.tills.list();
      stored = change(stored);
      list = listNow();
      const all = new Set([...before, ...list.tills.list()].filter((till) => till.shop === shop));
      for (const id of new Set([...all].map((till) => till.id))) tell(id);
    },
    checkShop(shop) {
      if (!shops.includes(shop)) throw new Refusal('not_found', `There is no shop ${shop}.`);
    },
  };
}

// What the settings of shops ask of a database: values, pictures, and the tills that managers have added.

import type { SalesUnit } from '../config/tills.ts';
import type { TillView } from '../contract/payments.ts';
import type { PictureName } from '../contract/settings.ts';
import type { Told } from './audit-store.ts';
import type { StoredImage } from './store.ts';

/** `value` is JSON. */
export type StoredSetting = { shop: string; name: string; value: string };

export type StoredPicture = { shop: string; name: PictureName; hash: string };

export type StoredTill = Pick<TillView, 'id' | 'shop' | 'name' | 'currency' | 'locale' | 'brand'> & {
  subscriptions: boolean;
  api: SalesUnit['api'];
  createdAtMs: number;
  /** Null while it sells. */
  retiredAtMs: number | null;
};

export type AllSettings = { values: StoredSetting[]; pictures: StoredPicture[]; tills: StoredTill[] };

/** Each call is one transaction. What is `told` is put on record with the change. */
export type SettingsStore = {
  readAll(): Promise<AllSettings>;
  /** @param values JSON by name; null takes a value away. */
  putValues(shop: string, values: ReadonlyMap<string, string | null>, told?: Told): Promise<void>;
  findPicture(shop: string, name: PictureName): Promise<StoredImage | null>;
  putPicture(picture: StoredPicture & { image: StoredImage }, told?: Told): Promise<void>;
  /** @returns false when there is none. */
  removePicture(shop: string, name: PictureName, told?: Told): Promise<boolean>;
  /** Adds a till, or changes the one of this id. */
  putTill(till: StoredTill, told?: Told): Promise<void>;
};

export type SettingsTables = {
  settings: StoredSetting;
  pictures: StoredPicture & { content_type: string; bytes: Uint8Array };
  tills: {
    id: string;
    shop: string;
    name: string;
    currency: TillView['currency'];
    locale: string;
    brand: TillView['brand'];
    subscriptions: 0 | 1;
    api: SalesUnit['api'];
    created_at: number;
    retired_at: number | null;
  };
};

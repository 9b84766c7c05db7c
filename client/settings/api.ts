// What the page asks of the server. All throw ApiError or UnreachableError.
import type { NewTill, PictureName, SettingChanges, ShopSettings } from '../../server/contract/settings.ts';
import { type Call, call } from '../ui/api/api.ts';

/** A picture takes a while over a slow line. */
const pictureTimeoutMs = 60_000;

const shopPath = (shop: string) => `/api/shops/${encodeURIComponent(shop)}`;
const tillPath = (till: string) => `/api/tills/${encodeURIComponent(till)}`;
const ask = async (path: string, options?: Call) => (await call(path, options)).body as ShopSettings;

export const fetchSettings = (shop: string) => ask(`${shopPath(shop)}/settings`);

export const changeSettings = (shop: string, changes: SettingChanges) =>
  ask(`${shopPath(shop)}/settings`, { method: 'PATCH', body: changes });

/** @param data in base64. */
export const putPicture = (shop: string, name: PictureName, data: string) =>
  ask(`${shopPath(shop)}/pictures/${name}`, { method: 'POST', body: { data }, timeoutMs: pictureTimeoutMs });

export const removePicture = (shop: string, name: PictureName) =>
  ask(`${shopPath(shop)}/pictures/${name}`, { method: 'DELETE' });

export const addTill = (shop: string, till: NewTill) =>
  ask(`${shopPath(shop)}/tills`, { method: 'POST', body: till });

export const renameTill = (till: string, name: string) =>
  ask(tillPath(till), { method: 'PATCH', body: { name } });

export const retireTill = (till: string) => ask(tillPath(till), { method: 'DELETE' });

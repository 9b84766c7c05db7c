// HTTP <-> the settings of shops, for their managers.
import type { Logger } from 'pino';
import { byOf, checkShop, scopeOf } from '../access/policy.ts';
import { type Route, route } from '../access/route.ts';
import {
  newPictureSchema,
  type PictureName,
  pictureNames,
  settingChangesSchema,
  shopListSchema,
  shopSettingsSchema,
} from '../contract/settings.ts';
import { Refusal } from '../core/refusal.ts';
import type { Payments } from '../payments/use-cases/service.ts';
import type { Settings } from './settings.ts';

export type SettingsRoutesDeps = {
  settings: Settings;
  payments: Pick<Payments, 'captureWaiting'>;
  log: Logger;
};

/** Two megabytes in base64. */
const longestPicture = '3mb';

const access = 'manage_settings';
const success = { status: 200, schema: shopSettingsSchema } as const;

/** @throws Refusal `not_found` */
function pictureNamed(name: string): PictureName {
  const found = pictureNames.find((one) => one === name);
  if (found === undefined) throw new Refusal('not_found', 'There is no such picture.');
  return found;
}

export function createSettingsRoutes({ settings, payments, log }: SettingsRoutesDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/shops',
      operationId: 'listShops',
      summary: 'The shops whose settings the caller may change',
      access,
      success: { status: 200, schema: shopListSchema },
      handle({ principal }) {
        const { shop } = scopeOf(principal);
        const all = settings.shops().filter(({ id }) => shop === null || id === shop);
        return { shops: all.map(({ id, name }) => ({ id, name })) };
      },
    }),
    route({
      method: 'get',
      path: '/api/shops/{shop}/settings',
      operationId: 'readSettings',
      summary: 'What is set for a shop, and which of it the server’s configuration decides',
      access,
      success,
      errors: ['not_found'],
      handle({ principal, params: { shop } }) {
        checkShop(principal, shop);
        return settings.view(shop);
      },
    }),
    route({
      method: 'patch',
      path: '/api/shops/{shop}/settings',
      operationId: 'changeSettings',
      summary: 'Change settings; every screen goes by them at once',
      access,
      proof: true,
      audit: 'settings_changed',
      body: settingChangesSchema,
      success,
      errors: ['not_found', 'wrong_state'],
      async handle({ principal, params: { shop }, body, act }) {
        checkShop(principal, shop);
        const before = settings.capture(shop);
        await settings.change(shop, body, act);
        log.info({ shop, settings: Object.keys(body), by: byOf(principal) }, 'settings changed');
        // As after a start: what waits for staff would wait for nobody.
        if (before === 'manual' && settings.capture(shop) === 'auto') await payments.captureWaiting(shop);
        return settings.view(shop);
      },
    }),
    route({
      method: 'post',
      path: '/api/shops/{shop}/pictures/{name}',
      operationId: 'putPicture',
      summary: 'Another logo or idle picture',
      access,
      proof: true,
      audit: 'picture_changed',
      body: newPictureSchema,
      longestBody: longestPicture,
      success,
      errors: ['not_found', 'wrong_state'],
      async handle({ principal, params: { shop, name }, body, act }) {
        checkShop(principal, shop);
        await settings.putPicture(shop, pictureNamed(name), Buffer.from(body.data, 'base64'), act);
        return settings.view(shop);
      },
    }),
    route({
      method: 'delete',
      path: '/api/shops/{shop}/pictures/{name}',
      operationId: 'removePicture',
      summary: 'No logo or idle picture any more',
      access,
      proof: true,
      audit: 'picture_changed',
      success,
      errors: ['not_found', 'wrong_state'],
      async handle({ principal, params: { shop, name }, act }) {
        checkShop(principal, shop);
        await settings.removePicture(shop, pictureNamed(name), act);
        return settings.view(shop);
      },
    }),
  ];
}

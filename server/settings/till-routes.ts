// HTTP <-> the tills of a shop, for its managers.
import type { Logger } from 'pino';
import type { Displays } from '../access/displays/displays.ts';
import { byOf, checkShop } from '../access/policy.ts';
import { type Route, route } from '../access/route.ts';
import { newTillSchema, shopSettingsSchema, tillNameSchema } from '../contract/settings.ts';
import { Refusal } from '../core/refusal.ts';
import { findTill } from '../core/tills.ts';
import { isFinal } from '../payments/payment/transitions.ts';
import type { Store } from '../store/store.ts';
import type { Settings } from './settings.ts';

export type TillSettingsRoutesDeps = {
  settings: Settings;
  store: Pick<Store, 'findNewest'>;
  displays: Pick<Displays, 'list' | 'unpair'>;
  log: Logger;
};

const access = 'manage_settings';
const success = { status: 200, schema: shopSettingsSchema } as const;

export function createTillSettingsRoutes({
  settings,
  store,
  displays,
  log,
}: TillSettingsRoutesDeps): Route[] {
  /** @throws Refusal `till_busy` while somebody pays there. */
  async function checkIdle(till: string): Promise<void> {
    const newest = await store.findNewest(till);
    if (newest === null || isFinal(newest.state)) return;
    throw new Refusal('till_busy', 'A payment is under way at this till.');
  }

  /** Its screens belong to no till from now on: each shows the code by which it is paired anew. */
  async function unpairAll(till: string, by: string): Promise<void> {
    const isOfTill = (one: string) => one === till;
    for (const { id } of await displays.list(isOfTill)) await displays.unpair(id, by, isOfTill);
  }

  return [
    route({
      method: 'post',
      path: '/api/shops/{shop}/tills',
      operationId: 'addTill',
      summary: 'Add a till, or have one that was retired sell again',
      access,
      proof: true,
      audit: 'till_added',
      body: newTillSchema,
      success: { status: 201, schema: shopSettingsSchema },
      errors: ['not_found', 'wrong_state'],
      async handle({ principal, params: { shop }, body, act }) {
        checkShop(principal, shop);
        await settings.addTill(shop, body, act);
        log.info({ till: body.id, shop, by: byOf(principal) }, 'till added');
        return settings.view(shop);
      },
    }),
    route({
      method: 'patch',
      path: '/api/tills/{till}',
      operationId: 'renameTill',
      summary: 'Another name for a till',
      access,
      proof: true,
      audit: 'till_renamed',
      body: tillNameSchema,
      success,
      errors: ['not_found', 'wrong_state'],
      async handle({ params: { till }, body, act }) {
        const { shop } = findTill(till, settings.tills);
        await settings.renameTill(till, body.name, act);
        return settings.view(shop);
      },
    }),
    route({
      method: 'delete',
      path: '/api/tills/{till}',
      operationId: 'retireTill',
      summary: 'Sell no more at a till; its payments stay',
      access,
      proof: true,
      audit: 'till_retired',
      success,
      errors: ['not_found', 'till_busy', 'wrong_state'],
      async handle({ principal, params: { till }, act }) {
        const { shop } = findTill(till, settings.tills);
        await checkIdle(till);
        await settings.retireTill(till, act);
        await unpairAll(till, byOf(principal)?.name ?? '');
        log.info({ till, shop, by: byOf(principal) }, 'till retired');
        return settings.view(shop);
      },
    }),
  ];
}

// Good requests to each route that changes settings, and what is on record of them.
import type { Settings } from '../../settings/settings.ts';
import { till } from '../till.ts';
import { aPng } from './settings.ts';

export type RecordedAct = { path: string; body?: object; about: unknown; detail?: object };

/** @param settings of the server that is asked, where staff capture. */
export const settingsActs = (settings: () => Settings): Record<string, () => Promise<RecordedAct>> => ({
  'patch /api/shops/{shop}/settings': async () => ({
    path: `/api/shops/${till.shop}/settings`,
    body: { capture: 'auto', cashierRefundLimit: 50_000 },
    about: '',
    detail: { capture: 'manual → auto', cashierRefundLimit: '0 → 50000' },
  }),
  'post /api/shops/{shop}/pictures/{name}': async () => ({
    path: `/api/shops/${till.shop}/pictures/logo`,
    body: { data: aPng.toString('base64') },
    about: 'logo',
    detail: { bytes: aPng.length },
  }),
  'delete /api/shops/{shop}/pictures/{name}': async () => {
    await settings().putPicture(till.shop, 'logo', aPng);
    return { path: `/api/shops/${till.shop}/pictures/logo`, about: 'logo' };
  },
  'post /api/shops/{shop}/tills': async () => ({
    path: `/api/shops/${till.shop}/tills`,
    body: { id: '7', name: 'Bar' },
    about: '7',
    detail: { name: 'Bar' },
  }),
  'patch /api/tills/{till}': async () => ({
    path: '/api/tills/1',
    body: { name: 'Door' },
    about: '1',
    detail: { name: 'Till 1 → Door' },
  }),
  'delete /api/tills/{till}': async () => {
    await settings().addTill(till.shop, { id: '7', name: 'Bar' });
    return { path: '/api/tills/7', about: '7', detail: { name: 'Bar' } };
  },
});

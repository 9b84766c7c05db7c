// The demo's own manager. It opens nothing but the demo, where no money moves.
import type { AccessStore } from '../store/access-store.ts';
import { StoreUnusable } from '../store/errors.ts';
import { hashPin } from './pin.ts';

export const demoManager = { name: 'demo', pin: '123456' };
/** Nobody else's: a database in which it stands is the demo's. */
export const demoId = 'demo';

/** Everybody knows this PIN, so nobody has to wait for it: neither the first start nor whoever signs in. */
const noCost = { N: 1_024, r: 8, p: 1 };

/** Who pairs a display that pairs itself. */
export const demoPairer = 'the demo';

/**
 * Keeps the demo and a shop out of each other's database: staff whose PIN everybody knows, and sales that never were, must not get into
 * a shop. In the demo it makes sure that its manager is there.
 * @throws StoreUnusable
 */
export async function keepApart(store: AccessStore, nowMs: number, isDemo: boolean): Promise<void> {
  const all = await store.listStaff();
  const isOfDemo = all.some(({ id }) => id === demoId);
  const instead = 'Set DATABASE_URL to another file.';
  if (isOfDemo && !isDemo) throw new StoreUnusable(`This database is the demo's, and no shop's. ${instead}`);
  if (isOfDemo || !isDemo) return;
  if (all.length > 0) throw new StoreUnusable(`This database is a shop's, and not for the demo. ${instead}`);
  const { name, pin } = demoManager;
  const role = { role: 'manager', shop: null } as const;
  const member = { id: demoId, name, ...role, createdAtMs: nowMs, lastSignInAtMs: null };
  await store.addStaff(member, { nameKey: name, pinHash: await hashPin(pin, noCost) });
}

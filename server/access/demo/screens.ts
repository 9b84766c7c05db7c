// Keeps the demo's database apart, and knows which screens have paired themselves. It opens nothing but the demo, where no money moves.
import type { Request, Response } from 'express';
import type { AccessStore } from '../../store/access-store.ts';
import { StoreUnusable } from '../../store/errors.ts';
import type { Cookies } from '../secrets/cookies.ts';
import { hashPin } from '../staff/pin.ts';
import type { Staff } from '../staff/staff.ts';
import { demoId, demoManager } from './account.ts';

/** Everybody knows this PIN, so nobody has to wait for it: neither the first start nor a person who signs in. */
const noCost = { N: 1_024, r: 8, p: 1 };

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

/** Tells one demo's database from another's, which a browser may have met at the same address. */
async function markOf(staff: Pick<Staff, 'list'>): Promise<string> {
  const manager = (await staff.list(null)).find(({ id }) => id === demoId);
  return String(manager?.createdAtMs);
}

/** Whether this browser has paired itself with this demo before: where it is not paired now, somebody has cut it off. */
export async function hasPairedItself(
  request: Request,
  staff: Pick<Staff, 'list'>,
  cookies: Cookies,
): Promise<boolean> {
  const mark = cookies.read(request, 'demo') ?? cookies.readEarlier(request, 'demo');
  return mark === (await markOf(staff));
}

/** Such a browser needs a code from then on, as any other. */
export async function notePairedItself(
  response: Response,
  staff: Pick<Staff, 'list'>,
  cookies: Cookies,
): Promise<void> {
  cookies.set(response, 'demo', await markOf(staff));
}

// Who gets in, in tests: people and programs that need no PIN to be hashed.

import pino, { type Logger } from 'pino';
import { createAccess } from '../access/access.ts';
import { hashToken, newToken } from '../access/secrets/tokens.ts';
import { createPins } from '../access/staff/pin.ts';
import { createTally } from '../audit/tally.ts';
import type { KeyScope, Role } from '../contract/access.ts';
import type { TillView } from '../contract/payments.ts';
import type { Clock } from '../core/clock.ts';
import { tillsOf } from '../core/tills.ts';
import type { ChangeFeed } from '../payments/change-feed.ts';
import { createProducts } from '../products/products.ts';
import type { Settings } from '../settings/settings.ts';
import type { StoredKey } from '../store/access-store.ts';
import type { Database } from '../store/sqlite/sqlite.ts';
import { somewhere } from './access/sessions.ts';
import { till } from './till.ts';

type Deps = {
  store: Database;
  clock: Clock;
  changeFeed: ChangeFeed;
  tills?: readonly TillView[];
  cashierRefundUpTo?: number;
  cashierRefundUpToADay?: number;
  refundApprovalAbove?: number | null;
  log?: Logger;
  publicUrl?: URL | null;
  trustedProxies?: readonly string[];
  lockAfterMs?: number | null;
  settings?: Pick<Settings, 'tills' | 'refundLimits'>;
};

/** PINs at a cost at which tests do not have to wait. */
export const cheapPins = () => createPins({ cost: { N: 16, r: 8, p: 1 } });

/** What an app is wired with, besides its payments. */
export function accessTo({ store, clock, changeFeed, tills = [till], ...more }: Deps) {
  const { log = pino({ level: 'silent' }) } = more;
  const { tell } = changeFeed;
  const { publicUrl = null, trustedProxies = [], lockAfterMs = null } = more;
  const { cashierRefundUpTo = 0, cashierRefundUpToADay = 10 * cashierRefundUpTo } = more;
  const { refundApprovalAbove = null, settings } = more;
  const refundLimits = settings?.refundLimits ?? (() => limits);
  const limits = { cashierRefundUpTo, cashierRefundUpToADay, refundApprovalAbove };
  const pins = cheapPins();
  const tally = createTally({ store: store.audit, clock, log });
  const isHttps = publicUrl?.protocol === 'https:';
  const network = { isHttps, isBehindProxy: publicUrl !== null, trustedProxies };
  const shop = {
    store: store.access,
    tills: settings?.tills ?? tillsOf(tills),
    clock,
    tell,
    lockAfterMs,
    ...network,
  };
  const access = createAccess({ ...shop, refundLimits, log, pins, tally });
  const products = createProducts(store.products, clock);
  return { access, tally, products, refundLimits, environment: 'test' as const };
}

/** @returns the `Cookie` header of somebody who is signed in. @param shop the only one that they may know of; null is all of them. */
export async function signedIn(
  { access, store }: { access: ReturnType<typeof accessTo>['access']; store: Database },
  role: Role,
  name = `a ${role}`,
  shop: string | null = null,
): Promise<{ cookie: string }> {
  const member = { id: `id of ${name}`, name, role, shop, createdAtMs: 0, lastSignInAtMs: null };
  await store.access.addStaff(member, { nameKey: name, pinHash: 'none' });
  const { token } = await access.sessions.open(member, somewhere);
  return { cookie: `${access.cookies.nameOf('session')}=${token}` };
}

export type Pos = { authorization: string };

/** What a key of before there were scopes may do. */
const asBefore: readonly KeyScope[] = ['sell', 'refund', 'read'];

/** @returns the `Authorization` header of a program. @param till, shop the only ones that it may act for; null is all of them. */
export async function aPos(
  store: Database,
  till: string | null = null,
  name = 'pos',
  shop: string | null = null,
  bent: Partial<Pick<StoredKey, 'scopes' | 'expiresAtMs'>> = {},
): Promise<Pos> {
  const token = newToken();
  const when = { createdAtMs: 0, expiresAtMs: null, lastUsedAtMs: null, oldEndsAtMs: null };
  const key = { id: `id of ${name}`, name, shop, till, scopes: asBefore, ...when, ...bent };
  await store.access.addKey(key, { nameKey: name, tokenHash: hashToken(token) });
  return { authorization: `Bearer ${token}` };
}

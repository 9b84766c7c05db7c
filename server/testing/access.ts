// Who gets in, in tests: people and programs that need no PIN to be hashed.
import pino from 'pino';
import { createAccess } from '../access/access.ts';
import { hashToken, newToken } from '../access/tokens.ts';
import type { Clock } from '../clock.ts';
import type { Role } from '../contract-access.ts';
import type { News } from '../payments/news.ts';
import type { Database } from '../store/sqlite.ts';

/** What an app is wired with, besides its till. */
export function accessTo(deps: { store: Database; clock: Clock; news: News; cashierRefundUpTo?: number }) {
  const { store, clock, news, cashierRefundUpTo = 0 } = deps;
  const log = pino({ level: 'silent' });
  const access = createAccess({ ...{ store: store.access, clock, tell: news.tell }, cashierRefundUpTo, log });
  const environment = 'test' as const;
  return { access, environment };
}

/** @returns the `Cookie` header of somebody who is signed in. */
export async function signedIn(
  { access, store }: { access: ReturnType<typeof accessTo>['access']; store: Database },
  role: Role,
  name = `a ${role}`,
): Promise<{ cookie: string }> {
  const member = { id: `id of ${name}`, name, role, createdAtMs: 0, lastSignInAtMs: null };
  await store.access.addStaff(member, { nameKey: name, pinHash: 'none' });
  const { token } = await access.sessions.open(member);
  return { cookie: `tillside_session=${token}` };
}

export type Pos = { authorization: string };

/** @returns the `Authorization` header of a program. @param till the only one that it may act for; null is all of them. */
export async function aPos(store: Database, till: string | null = null, name = 'pos'): Promise<Pos> {
  const token = newToken();
  const key = { id: `id of ${name}`, name, till, createdAtMs: 0 };
  await store.access.addKey(key, { nameKey: name, tokenHash: hashToken(token) });
  return { authorization: `Bearer ${token}` };
}

// Signing in and out over HTTP: what a browser gets, keeps and loses.
import { scryptSync } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createSqliteStore } from '../../store/sqlite/sqlite.ts';
import { aServer, type TestServer } from '../../testing/http.ts';
import { aDatabase } from '../../testing/store.ts';
import { hashToken, newToken } from '../secrets/tokens.ts';

const kari = { name: 'Kari', pin: '135790' };
let server: TestServer;
let database: DatabaseSync;
beforeEach(async () => {
  database = await aDatabase();
  server = await aServer({ store: await createSqliteStore(database) });
  onTestFinished(() => server.close());
  const role = { role: 'cashier', shop: null } as const;
  const member = { id: 'kari', name: 'Kari', ...role, createdAtMs: 0, lastSignInAtMs: null };
  await server.store.access.addStaff(member, { nameKey: 'kari', pinHash: cheapHash(kari.pin) });
});

/** As PINs are stored, at a cost at which tests do not have to wait. */
function cheapHash(pin: string): string {
  const salt = Buffer.alloc(16, 1);
  const hash = scryptSync(pin, salt, 32, { N: 16, r: 8, p: 1 });
  return `scrypt$16$8$1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

const signIn = (who: unknown = kari, headers: Record<string, string> = {}) =>
  server.post('/api/session', who, { cookie: '', ...headers });
const whoIs = (token: string) =>
  server.call('GET', '/api/session', { headers: { cookie: `tillside_session=${token}` } });
const tokenIn = (headers: Headers) =>
  /^tillside_session=([\w-]{43});/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';

describe('[P8] a browser that signs in', () => {
  test('gets a cookie that no script can read and no other site can send', async () => {
    const answer = await signIn();
    expect(answer).toMatchObject({ status: 200, body: { name: 'Kari', role: 'cashier', refundUpTo: 0 } });
    const [cookie, ...attributes] = (answer.headers.get('set-cookie') ?? '').split('; ');
    expect(cookie).toMatch(/^tillside_session=[\w-]{43}$/);
    const without = attributes.filter((one) => !one.startsWith('Expires='));
    expect(without.toSorted()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict']);
    expect(await whoIs(tokenIn(answer.headers))).toMatchObject({ status: 200, body: { name: 'Kari' } });
  });

  test('gets one that is only sent over https, when that is how it came, by word of a trusted proxy', async () => {
    const https = { 'x-forwarded-proto': 'https' };
    expect((await signIn(kari, https)).headers.get('set-cookie')).not.toContain('Secure');
    server.app.set('trust proxy', ['127.0.0.1']);
    expect((await signIn(kari, https)).headers.get('set-cookie')).toContain('; Secure');
  });

  test('is answered the same for a wrong name and a wrong PIN, and gets no cookie', async () => {
    const answers = [await signIn({ ...kari, pin: '000000' }), await signIn({ ...kari, name: 'nobody' })];
    for (const { status, body, headers } of answers) {
      const error = { code: 'not_signed_in', message: 'The name or the PIN is wrong.' };
      expect({ status, body }).toEqual({ status: 401, body: { error } });
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  test('is told how long to wait after 5 misses, and goes on afterwards', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn({ ...kari, pin: '000000' })).status).toBe(401);
    const slowed = await signIn();
    expect(slowed).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
    expect(slowed.headers.get('retry-after')).toBe('1');
    expect(slowed.headers.get('set-cookie')).toBeNull();
    await server.clock.advance(1_000);
    expect((await signIn()).status).toBe(200);
  });
});

describe('[P8] a token that somebody planted in the browser', () => {
  test('is never a session, before or after the sign-in', async () => {
    const planted = newToken();
    expect((await whoIs(planted)).status).toBe(401);
    const answer = await signIn(kari, { cookie: `tillside_session=${planted}` });
    const token = tokenIn(answer.headers);
    expect(token).toHaveLength(43);
    expect(token).not.toBe(planted);
    expect((await whoIs(planted)).status).toBe(401);
    expect((await whoIs(token)).status).toBe(200);
  });

  test('is replaced even where it is a session: each sign-in has a token of its own', async () => {
    const first = tokenIn((await signIn()).headers);
    const second = tokenIn((await signIn(kari, { cookie: `tillside_session=${first}` })).headers);
    expect(second).toHaveLength(43);
    expect(second).not.toBe(first);
  });

  test('is no session when it is malformed either', async () => {
    for (const token of ['', 'x', 'x'.repeat(44), '%00'.repeat(43), '%C3%A9'.repeat(43)]) {
      expect((await whoIs(token)).status).toBe(401);
    }
  });
});

describe('[P8] signing out', () => {
  test('ends the session, not only the cookie', async () => {
    const token = tokenIn((await signIn()).headers);
    const headers = { cookie: `tillside_session=${token}` };
    const out = await server.call('DELETE', '/api/session', { headers });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^tillside_session=; .*Expires=Thu, 01 Jan 1970/);
    expect((await whoIs(token)).status).toBe(401);
  });
});

test('[P7] of PINs and sessions only hashes are in the database', async () => {
  const token = tokenIn((await signIn()).headers);
  const tables = ['staff', 'sessions', 'displays', 'api_keys'];
  const rows = tables.flatMap((table) => database.prepare(`SELECT * FROM ${table}`).all());
  const dump = JSON.stringify(rows);
  expect(dump).toContain(hashToken(token));
  expect(dump).toContain('scrypt$');
  expect(dump).not.toContain(token);
  expect(dump).not.toContain(kari.pin);
});

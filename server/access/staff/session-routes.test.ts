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
    const cookies = answer.headers.getSetCookie().map((one) => one.split('; '));
    expect(cookies.map(([cookie]) => cookie?.replace(/=[\w-]{43}$/, '=secret'))).toEqual([
      'tillside_session=secret',
      'tillside_device=secret',
    ]);
    const [ofSession, ofDevice] = cookies.map(([, ...attributes]) =>
      attributes.filter((one) => !one.startsWith('Expires=')).toSorted(),
    );
    expect(ofSession).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict']);
    expect(ofDevice).toEqual(['HttpOnly', 'Max-Age=34560000', 'Path=/', 'SameSite=Strict']);
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

  test('is not slowed by others at its address once it has signed in', async () => {
    const [, device = ''] = (await signIn()).headers.getSetCookie().map((one) => one.split(';')[0]);
    for (let i = 0; i < 5; i++) expect((await signIn({ ...kari, pin: '000000' })).status).toBe(401);
    expect((await signIn()).status).toBe(429);
    expect((await signIn(kari, { cookie: device })).status).toBe(200);
  });

  test('is told that a name is locked, and that a manager can unlock it', async () => {
    for (let i = 0; i < 20; i++) {
      expect((await signIn({ ...kari, pin: '000000' })).status).toBe(401);
      await server.clock.advance(60_000);
    }
    const error = { code: 'not_allowed', message: expect.stringContaining('A manager can unlock it') };
    expect(await signIn()).toMatchObject({ status: 403, body: { error } });
  });
});

describe('[P8] behind a proxy', () => {
  const publicUrl = new URL('https://till.shop.example');
  const guess = (by: TestServer, i: number, from: string) =>
    by.post(
      '/api/session',
      { name: `somebody ${i}`, pin: '000000' },
      { cookie: '', 'x-forwarded-for': from },
    );
  const enter = (by: TestServer) =>
    by.post('/api/session', kari, { cookie: '', 'x-forwarded-for': '192.0.2.9' });

  async function aShopBehind(trustedProxies: string[]) {
    const behind = await aServer({ publicUrl, trustedProxies });
    onTestFinished(() => behind.close());
    const role = { role: 'cashier', shop: null } as const;
    const member = { id: 'kari', name: 'Kari', ...role, createdAtMs: 0, lastSignInAtMs: null };
    await behind.store.access.addStaff(member, { nameKey: 'kari', pinHash: cheapHash(kari.pin) });
    return behind;
  }

  test('that is not trusted, staff sign in though somebody behind it has guessed at many names', async () => {
    const behind = await aShopBehind([]);
    for (let i = 0; i < 25; i++) expect((await guess(behind, i, '198.51.100.1')).status).toBe(401);
    expect((await enter(behind)).status).toBe(200);
  });

  test('that is trusted, each address counts by itself', async () => {
    const behind = await aShopBehind(['127.0.0.1']);
    for (let i = 0; i < 20; i++) expect((await guess(behind, i, '198.51.100.1')).status).toBe(401);
    expect((await guess(behind, 20, '198.51.100.1')).status).toBe(429);
    expect((await enter(behind)).status).toBe(200);
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

describe('[P8] the own PIN', () => {
  const change = (newPin: string, pin = kari.pin) =>
    server.post('/api/session/pin', { ...kari, pin, newPin }, { cookie: '' });

  test('is asked to be changed while it is weak, and can be with the old one', async () => {
    await server.store.access.setPin('kari', cheapHash('123456'));
    const weak = { ...kari, pin: '123456' };
    expect(await signIn(weak)).toMatchObject({ status: 200, body: { pinIsWeak: true } });
    expect((await change('654321', '123456')).status).toBe(400);
    expect((await change('482916', '000000')).status).toBe(401);
    const changed = await change('482916', '123456');
    expect(changed).toMatchObject({ status: 200, body: { name: 'Kari' } });
    expect((await whoIs(tokenIn(changed.headers))).status).toBe(200);
    expect((await signIn(weak)).status).toBe(401);
    expect(await signIn({ ...kari, pin: '482916' })).toMatchObject({
      status: 200,
      body: { pinIsWeak: false },
    });
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
  const { headers } = await signIn();
  const token = tokenIn(headers);
  const device = /tillside_device=([\w-]{43});/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
  const tables = ['staff', 'sessions', 'known_devices', 'displays', 'api_keys'];
  const rows = tables.flatMap((table) => database.prepare(`SELECT * FROM ${table}`).all());
  const dump = JSON.stringify(rows);
  for (const secret of [token, device]) expect(dump).toContain(hashToken(secret));
  expect(dump).toContain('scrypt$');
  for (const secret of [token, device]) expect(dump).not.toContain(secret);
  expect(dump).not.toContain(kari.pin);
});

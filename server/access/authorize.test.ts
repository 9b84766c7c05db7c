import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { aPos, signedIn } from '../testing/access.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { hashToken, newToken } from './secrets/tokens.ts';

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
  onTestFinished(() => server.close());
});

const list = (headers: Record<string, string>) =>
  server.call('GET', '/api/payments', { headers: { cookie: '', ...headers } });
const unknownKey = () => ({ authorization: `Bearer ${newToken()}` });
const refused = { status: 401, body: { error: { code: 'not_signed_in' } } };

describe('an API key', () => {
  test.each(['Bearer', 'bearer', 'BEARER', 'BeArEr', 'Bearer '])('opens after the word %j', async (word) => {
    const [, token] = (await aPos(server.store)).authorization.split(' ');
    expect((await list({ authorization: `${word} ${token}` })).status).toBe(200);
  });

  test('[P8] opens in no other way', async () => {
    const [, token = ''] = (await aPos(server.store)).authorization.split(' ');
    const basic = Buffer.from(`pos:${token}`).toString('base64');
    const others = [
      token,
      `Basic ${basic}`,
      `Bearer${token}`,
      `Bearer ${token}x`,
      `Token ${token}`,
      'Bearer',
    ];
    for (const authorization of [...others, `Bearer ${hashToken(token)}`]) {
      expect(await list({ authorization })).toMatchObject(refused);
    }
  });

  test('[P8] that is not known is refused even with the cookie of a manager', async () => {
    expect(await list({ ...server.manager, ...unknownKey() })).toMatchObject(refused);
  });

  test('[P8] that is not known is slowed after 20, and the right ones are not', async () => {
    const pos = await aPos(server.store);
    for (let i = 0; i < 20; i++) expect((await list(unknownKey())).status).toBe(401);
    const slowed = await list(unknownKey());
    expect(slowed).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
    expect(slowed.headers.get('retry-after')).toBe('1');
    expect((await list(pos)).status).toBe(200);
    await server.clock.advance(1_000);
    expect((await list(unknownKey())).status).toBe(401);
    expect((await list(unknownKey())).headers.get('retry-after')).toBe('2');
  });

  test('[P8] of one till sees nothing of another', async () => {
    const pos = await aPos(server.store, '2');
    const reference = await server.start();
    expect((await list(pos)).body).toEqual({ payments: [], cursor: null });
    const other = await server.call('GET', '/api/payments?till=1', { headers: { cookie: '', ...pos } });
    expect(other.status).toBe(403);
    const one = await server.call('GET', `/api/payments/${reference}`, { headers: { cookie: '', ...pos } });
    expect(one.status).toBe(404);
  });
});

describe('[P8] a browser that is both staff and a display', () => {
  const screen = { 'tillside-screen': 'display; secure=?1; awake=wake_lock' };
  let display: string;
  beforeEach(async () => {
    const token = newToken();
    const paired = { id: 'a', till: '1', pairedAtMs: 0, pairedBy: 'Kari', lastSeenAtMs: null };
    await server.store.access.addDisplay(paired, hashToken(token));
    display = `tillside_display=${token}`;
  });
  const both = () => `${server.manager.cookie}; ${display}`;
  const watch = (headers: Record<string, string>) => server.call('GET', '/api/tills/1/payment', { headers });

  test('is the display where the page says so, and may do no more than one', async () => {
    await server.access.displays.identify('a', () => true);
    const headers = { cookie: both(), ...screen };
    expect(await watch(headers)).toMatchObject({ status: 200, body: { identify: true } });
    expect((await list(headers)).status).toBe(403);
  });

  test('is staff everywhere else', async () => {
    await server.access.displays.identify('a', () => true);
    expect(await watch({ cookie: both() })).toMatchObject({ status: 200, body: { identify: false } });
    expect((await list({ cookie: both() })).status).toBe(200);
  });

  test('is nobody where the page says that it is a display and it is none, even in a signed-in browser', async () => {
    expect(await watch({ ...server.manager, ...screen })).toMatchObject(refused);
  });

  test('is the display when its staff is not signed in any more', async () => {
    const kari = await signedIn(server, 'cashier', 'Kari');
    await server.store.access.removeStaff('id of Kari');
    const cookie = `${kari.cookie}; ${display}`;
    expect((await watch({ cookie })).status).toBe(200);
    expect((await list({ cookie })).status).toBe(403);
  });
});

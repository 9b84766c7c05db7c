// API keys as programs use them: until they expire, are rotated or removed.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { signedIn } from '../testing/access.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { createKeys, type Keys, type NewKey } from './api-keys.ts';

const hourMs = 3_600_000;
let server: TestServer;
let keys: Keys;
beforeEach(async () => {
  server = await aServer();
  onTestFinished(() => server.close());
  keys = createKeys(server.store.access, server.clock);
});

const aKey = (bent: Partial<NewKey> = {}): NewKey => ({
  shop: null,
  till: null,
  scopes: ['read'],
  expiresAtMs: null,
  ...bent,
});
const inMs = (ms: number) => server.clock.nowMs() + ms;
const list = async (token: string) => {
  const headers = { cookie: '', authorization: `Bearer ${token}` };
  return server.call('GET', '/api/payments', { headers });
};
const opens = async (...tokens: string[]) => {
  const statuses: number[] = [];
  for (const token of tokens) statuses.push((await list(token)).status);
  return statuses;
};

describe('[P8] a key that expires', () => {
  test('opens until that moment, and not a millisecond longer', async () => {
    const token = await keys.add('POS', aKey({ expiresAtMs: inMs(1_000) }));
    await server.clock.advance(999);
    expect(await opens(token)).toEqual([200]);
    await server.clock.advance(1);
    expect(await opens(token)).toEqual([401]);
  });

  test('is answered as one that is not known, and is no guess, however often it is tried', async () => {
    const token = await keys.add('POS', aKey({ expiresAtMs: inMs(1) }));
    await server.clock.advance(1);
    const expired = await list(token);
    for (let tries = 0; tries < 30; tries += 1) expect(await opens(token)).toEqual([401]);
    const unknown = await list('x'.repeat(43));
    expect([unknown.status, unknown.body]).toEqual([401, expired.body]);
  });

  test('ends a poll that is held', async () => {
    const token = await keys.add('POS', aKey({ expiresAtMs: inMs(500) }));
    const headers = { cookie: '', authorization: `Bearer ${token}`, prefer: 'wait=1' };
    const etag = (await server.call('GET', '/api/tills/1/payment', { headers })).headers.get('etag') ?? '';
    const held = server.call('GET', '/api/tills/1/payment', {
      headers: { ...headers, 'if-none-match': etag },
    });
    await expect.poll(() => server.changeFeed.held()).toBe(1);
    await server.clock.advance(1_000);
    expect((await held).status).toBe(401);
  });

  test('has to expire in the future', async () => {
    await expect(keys.add('POS', aKey({ expiresAtMs: inMs(0) }))).rejects.toMatchObject({
      code: 'invalid_request',
    });
    expect(await keys.list()).toEqual([]);
  });
});

describe('[P8] a key that is rotated', () => {
  test('opens with both tokens until the overlap ends, then with the new one', async () => {
    const old = await keys.add('POS', aKey());
    const next = await keys.rotate('pos', { overlapMs: 24 * hourMs });
    await server.clock.advance(24 * hourMs - 1);
    expect(await opens(old, next)).toEqual([200, 200]);
    await server.clock.advance(1);
    expect(await opens(old, next)).toEqual([401, 200]);
    for (let tries = 0; tries < 30; tries += 1) expect(await opens(old)).toEqual([401]);
  });

  test('keeps its overlap though somebody puts the wall clock forward or back', async () => {
    const old = await keys.add('POS', aKey());
    await keys.rotate('POS', { overlapMs: hourMs });
    server.clock.jumpWallClock(48 * hourMs);
    expect(await opens(old)).toEqual([200]);
    server.clock.jumpWallClock(-96 * hourMs);
    await server.clock.advance(hourMs);
    expect(await opens(old)).toEqual([401]);
  });

  test('ends at once without an overlap, and so does what an overlap had left', async () => {
    const first = await keys.add('POS', aKey());
    const second = await keys.rotate('POS', { overlapMs: hourMs });
    await expect(keys.rotate('POS', { overlapMs: hourMs })).rejects.toMatchObject({ code: 'wrong_state' });
    expect(await opens(first, second)).toEqual([200, 200]);
    const third = await keys.rotate('POS', { overlapMs: 0 });
    expect(await opens(first, second, third)).toEqual([401, 401, 200]);
  });

  test('can be rotated again once its overlap is over', async () => {
    const first = await keys.add('POS', aKey());
    const second = await keys.rotate('POS', { overlapMs: hourMs });
    await server.clock.advance(hourMs);
    const third = await keys.rotate('POS', { overlapMs: hourMs });
    expect(await opens(first, second, third)).toEqual([401, 200, 200]);
  });

  test('gets a new expiry; its old token lives no longer than it would have', async () => {
    const old = await keys.add('POS', aKey({ expiresAtMs: inMs(hourMs) }));
    const next = await keys.rotate('POS', { overlapMs: 24 * hourMs, expiresAtMs: inMs(48 * hourMs) });
    await server.clock.advance(hourMs);
    expect(await opens(old, next)).toEqual([401, 200]);
  });

  test('when it has expired takes a new expiry, and brings no old token back', async () => {
    const old = await keys.add('POS', aKey({ expiresAtMs: inMs(1) }));
    await server.clock.advance(1);
    await expect(keys.rotate('POS', { overlapMs: hourMs })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    const next = await keys.rotate('POS', { overlapMs: hourMs, expiresAtMs: inMs(hourMs) });
    expect(await opens(old, next)).toEqual([401, 200]);
  });

  test('is not slowed by whoever still holds an old token', async () => {
    const old = await keys.add('POS', aKey());
    const next = await keys.rotate('POS', { overlapMs: 1 });
    await server.clock.advance(1);
    for (let asked = 0; asked < 204; asked += 1) expect(await opens(old)).toEqual([401]);
    expect(await opens(old, next)).toEqual([429, 200]);
  });

  test('that there is not is not found', async () => {
    await expect(keys.rotate('POS', { overlapMs: 0 })).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('[P8] a key without scopes, as a database may hold one, may do nothing', async () => {
  const token = await keys.add('POS', aKey({ scopes: [] }));
  expect(await opens(token)).toEqual([403]);
});

test('[P8] staff are not slowed by a key that is', async () => {
  const token = await keys.add('POS', aKey());
  const other = await keys.add('web', aKey());
  // 102 a second, of which two seconds' worth may come at once.
  for (let asked = 0; asked < 204; asked += 1) expect(await opens(token)).toEqual([200]);
  const slowed = await list(token);
  expect(slowed).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
  expect(slowed.headers.get('retry-after')).toBe('1');
  const headers = { ...(await signedIn(server, 'cashier', 'Kari')) };
  expect((await server.call('GET', '/api/payments', { headers })).status).toBe(200);
  expect(await opens(other)).toEqual([200]);
  await server.clock.advance(1_000);
  expect(await opens(token)).toEqual([200]);
});

test('[P8] a poll that prefers to wait counts as one request of its key, though it is identified twice', async () => {
  const token = await keys.add('POS', aKey());
  for (let asked = 0; asked < 203; asked += 1) await list(token);
  const headers = {
    cookie: '',
    authorization: `Bearer ${token}`,
    prefer: 'wait=1',
    'if-none-match': '"old"',
  };
  const poll = async () => (await server.call('GET', '/api/tills/1/payment', { headers })).status;
  expect([await poll(), await poll()]).toEqual([200, 429]);
});

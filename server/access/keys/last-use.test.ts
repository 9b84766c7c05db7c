import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { aPos } from '../../testing/access.ts';
import { aServer } from '../../testing/http.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { createLastUse } from './last-use.ts';

const log = pino({ level: 'silent' });

test('the last use of each key is noted at once, and then at most once a minute', async () => {
  const clock = manualClock();
  const noted: [string, number][] = [];
  const usedKey = async (id: string, atMs: number) => void noted.push([id, atMs]);
  const use = createLastUse({ store: { usedKey }, clock, log });
  const beganMs = clock.nowMs();
  for (let times = 0; times < 1_000; times += 1) use('a');
  await clock.advance(59_999);
  use('a');
  use('b');
  await clock.advance(1);
  for (let times = 0; times < 1_000; times += 1) use('a');
  use('b');
  expect(noted).toEqual([
    ['a', beganMs],
    ['b', beganMs + 59_999],
    ['a', beganMs + 60_000],
  ]);
});

test('a database that is slow or fails holds up no request, and is tried again a minute later', async () => {
  const server = await aServer();
  onTestFinished(() => server.close());
  const { access } = server.store;
  const pos = await aPos(server.store);
  const headers = { cookie: '', ...pos };
  const ask = async () => (await server.call('GET', '/api/payments', { headers })).status;
  const used = access.usedKey;
  let tries = 0;
  access.usedKey = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('disk')) : new Promise(() => undefined);
  };
  expect([await ask(), await ask()]).toEqual([200, 200]);
  await server.clock.advance(60_000);
  expect([await ask(), tries]).toEqual([200, 2]);
  access.usedKey = used;
  await server.clock.advance(60_000);
  expect(await ask()).toBe(200);
  await expect.poll(async () => (await access.listKeys())[0]?.lastUsedAtMs).toBe(server.clock.nowMs());
});

test('a key that is refused for what it asks was used; one that is not known, or has expired, was not', async () => {
  const server = await aServer();
  onTestFinished(() => server.close());
  const selling = await aPos(server.store, '1', 'selling', null, { scopes: ['sell'] });
  const expired = await aPos(server.store, '1', 'expired', null, { expiresAtMs: 1 });
  for (const pos of [selling, expired]) {
    await server.call('GET', '/api/staff', { headers: { cookie: '', ...pos } });
  }
  const uses = (await server.store.access.listKeys()).map(({ name, lastUsedAtMs }) => [name, lastUsedAtMs]);
  expect(uses).toEqual([
    ['expired', null],
    ['selling', server.clock.nowMs()],
  ]);
});

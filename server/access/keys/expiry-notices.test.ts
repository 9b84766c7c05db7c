import { expect, test } from 'vitest';
import { createLog } from '../../core/log.ts';
import type { StoredKey } from '../../store/access-store.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { createExpiryNotices } from './expiry-notices.ts';

const dayMs = 86_400_000;

function notices() {
  const clock = manualClock();
  const said: string[] = [];
  const log = createLog('info', [], (line) => {
    const { msg, apiKey = '' } = JSON.parse(line);
    said.push(`${apiKey}: ${msg}`);
  });
  const keys: StoredKey[] = [];
  const state = { fails: false };
  const list = async () => {
    if (state.fails) throw new Error('locked');
    return keys;
  };
  const aKey = (name: string, expiresAtMs: number | null): StoredKey => {
    const when = { createdAtMs: 0, expiresAtMs, lastUsedAtMs: null, oldEndsAtMs: null };
    return { id: `id of ${name}`, name, shop: null, till: null, scopes: ['sell'], ...when };
  };
  const add = (name: string, expiresAtMs: number | null) => keys.push(aKey(name, expiresAtMs));
  const take = () => said.splice(0);
  return { clock, state, add, aKey, take, ...createExpiryNotices({ keys: { list }, clock, log }) };
}

test('a week before a key expires the log says so once a day, and then that it has', async () => {
  const { clock, add, take, start } = notices();
  add('POS', clock.nowMs() + 8 * dayMs);
  add('for ever', null);
  const { stop } = start();
  await clock.settle();
  expect(take()).toEqual([]);
  for (let day = 1; day <= 7; day += 1) {
    await clock.advance(dayMs);
    expect(take()).toEqual(['POS: an API key expires soon: rotate it']);
  }
  await clock.advance(dayMs);
  expect(take()).toEqual(['POS: an API key has expired']);
  await stop();
  await clock.advance(dayMs);
  expect(take()).toEqual([]);
});

test('what cannot be read today is read tomorrow', async () => {
  const { clock, state, add, take, start } = notices();
  add('POS', clock.nowMs() + dayMs + 1);
  state.fails = true;
  const { stop } = start();
  await clock.settle();
  expect(take()).toEqual([': daily look at API keys']);
  state.fails = false;
  await clock.advance(dayMs);
  expect(take()).toEqual(['POS: an API key expires soon: rotate it']);
  await stop();
});

test('a key that is over and still tried is said once a day', async () => {
  const { clock, aKey, take, tried } = notices();
  for (let times = 0; times < 100; times += 1) tried(aKey('POS', 1));
  tried(aKey('rotated', null));
  expect(take()).toEqual([
    'POS: an API key was refused: it has expired',
    'rotated: an API key was refused: its token was replaced by a rotation',
  ]);
  await clock.advance(dayMs);
  tried(aKey('POS', 1));
  expect(take()).toHaveLength(1);
});

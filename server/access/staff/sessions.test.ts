import pino from 'pino';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { SlowDown } from '../../core/refusal.ts';
import type { Database } from '../../store/sqlite/sqlite.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { aStore } from '../../testing/store.ts';
import { hashToken } from '../secrets/tokens.ts';
import { createSessions, type Sessions, sessionLifeMs } from './sessions.ts';

const right = { name: 'Kari', pin: '135790' };
const wrong = { name: 'Kari', pin: '000000' };
const here = '192.0.2.1';
const refused = { code: 'not_signed_in', message: 'The name or the PIN is wrong.' };

let clock: ReturnType<typeof manualClock>;
let sessions: Sessions;
let store: Database;
let logged: string[];
/** The hashes that PINs were compared with. */
let compared: (string | null)[];

beforeEach(async () => {
  clock = manualClock();
  store = await aStore();
  onTestFinished(() => store.close());
  logged = [];
  compared = [];
  const log = pino({}, { write: (line: string) => void logged.push(line) });
  const pins = {
    hash: async (pin: string) => `of ${pin}`,
    isRight: async (pin: string, stored: string | null) => {
      compared.push(stored);
      return stored === `of ${pin}`;
    },
  };
  sessions = createSessions({
    store: store.access,
    clock,
    pins,
    cashierRefundUpTo: 500,
    cashierRefundUpToADay: 5_000,
    log,
  });
  for (const [name, role] of [
    ['Kari', 'manager'],
    ['Ola', 'cashier'],
  ] as const) {
    const member = { id: name, name, role, shop: null, createdAtMs: 0, lastSignInAtMs: null };
    await store.access.addStaff(member, { nameKey: name.toLowerCase(), pinHash: 'of 135790' });
  }
});

/** @returns for how many milliseconds a sign-in has to wait; null when it is refused for its name or PIN. */
async function waitMs(who = wrong, address = here): Promise<number | null> {
  const error = await sessions.signIn(who, address).then(
    () => 'signed in',
    (error: unknown) => error,
  );
  if (error instanceof SlowDown) return error.waitMs;
  expect(error).toMatchObject(refused);
  return null;
}
async function miss(times: number, who = wrong, addressOf = (_: number) => here) {
  for (let i = 0; i < times; i++) expect(await waitMs(who, addressOf(i))).toBeNull();
}
const elsewhere = (i: number) => `198.51.100.${i}`;
const somebody = (i: number) => ({ name: `somebody ${i}`, pin: '000000' });

describe('signing in', () => {
  test('knows a name however it is written', async () => {
    const composed = { name: 'Åse', pin: '135790' };
    const role = { role: 'cashier', shop: null } as const;
    const member = { id: 'Åse', name: 'Åse', ...role, createdAtMs: 0, lastSignInAtMs: null };
    await store.access.addStaff(member, { nameKey: 'åse', pinHash: 'of 135790' });
    for (const name of ['Åse', 'ÅSE', ' åse ', 'A\u030Ase']) {
      expect((await sessions.signIn({ ...composed, name }, here)).session.name).toBe('Åse');
    }
  });

  test('says what each may refund: a manager all, a cashier up to the limit', async () => {
    expect((await sessions.signIn(right, here)).session).toMatchObject({ role: 'manager', refundUpTo: null });
    const ola = await sessions.signIn({ ...right, name: 'Ola' }, here);
    expect(ola.session).toMatchObject({ role: 'cashier', refundUpTo: 500 });
  });

  test('[P8] says the same of a wrong name and of a wrong PIN, and takes the same work for both', async () => {
    const said = await Promise.all(
      [wrong, { ...right, name: 'nobody' }].map((who) => sessions.signIn(who, here).catch(String)),
    );
    expect(said[0]).toBe(said[1]);
    expect(compared).toEqual(['of 135790', null]);
  });

  test('[P7] leaves no PIN, no token and no name that was refused in the log', async () => {
    await miss(1, { name: 'my-password-by-mistake', pin: '864200' });
    const { token } = await sessions.signIn(right, here);
    const log = logged.join('');
    expect(log).toContain('sign-in refused');
    expect(log).toContain('"staff":"Kari"');
    for (const secret of ['my-password', '864200', '135790', token, hashToken(token)]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('[P8] guessing a PIN', () => {
  test('of one name is slowed after 5 misses, from wherever, doubling to a minute', async () => {
    await miss(5, wrong, elsewhere);
    const waits: (number | null)[] = [];
    for (let i = 5; i < 13; i++) {
      waits.push(await waitMs(wrong, elsewhere(i)));
      await clock.advance(waits.at(-1) ?? 0);
      await miss(1, wrong, () => elsewhere(i));
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  test('of a name that nobody has is slowed in the same way', async () => {
    await miss(5, { name: 'nobody', pin: '000000' }, elsewhere);
    expect(await waitMs({ name: 'NOBODY', pin: '000000' }, elsewhere(6))).toBe(1_000);
  });

  test('of many names is slowed after 20 misses from one address, and not elsewhere', async () => {
    for (let i = 0; i < 20; i++) await miss(1, somebody(i));
    expect(await waitMs(somebody(20))).toBe(1_000);
    expect(await waitMs(right)).toBe(1_000);
    await miss(1, somebody(20), elsewhere);
  });

  test('compares no PIN while it has to wait, not even the right one', async () => {
    await miss(5);
    expect(await waitMs(right)).toBe(1_000);
    expect(compared).toHaveLength(5);
    await clock.advance(1_000);
    await sessions.signIn(right, here);
  });

  test('many times at once is slowed as one after the other', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => waitMs()));
    expect(all.filter((ms) => ms === null)).toHaveLength(5);
    expect(compared).toHaveLength(5);
  });

  test('of a name that has to wait already does not count against its address, which others share', async () => {
    await miss(5);
    for (let tries = 0; tries < 30; tries += 1) expect(await waitMs()).toBeGreaterThan(0);
    const other = { ...wrong, name: 'somebody else' };
    expect(await waitMs(other)).toBeNull();
  });

  test('is forgiven by the right one, of that name and at that address', async () => {
    for (let i = 0; i < 15; i++) await miss(1, somebody(i));
    await miss(4);
    await sessions.signIn(right, here);
    await miss(5);
    for (let i = 0; i < 14; i++) await miss(1, somebody(i), () => here);
    expect(await waitMs()).not.toBeNull();
  });

  test('is not forgiven by somebody else’s right one', async () => {
    await miss(5);
    await sessions.signIn({ ...right, name: 'Ola' }, here);
    expect(await waitMs()).toBe(1_000);
  });
});

describe('[P8] a session', () => {
  const found = async (token: string) => (await sessions.find(token)) !== null;

  test('ends 12 hours after the sign-in by the steady clock', async () => {
    const { token } = await sessions.signIn(right, here);
    await clock.advance(sessionLifeMs - 1);
    expect(await found(token)).toBe(true);
    await clock.advance(1);
    expect(await found(token)).toBe(false);
    expect(sessionLifeMs).toBe(12 * 60 * 60 * 1000);
  });

  test.each([
    ['forward', 1],
    ['back', -1],
  ])('ends neither sooner nor later when somebody puts the wall clock %s', async (_, direction) => {
    const { token, session } = await sessions.signIn(right, here);
    clock.jumpWallClock(direction * 2 * sessionLifeMs);
    const again = await sessions.find(token);
    const movedMs = Date.parse(again?.session.expiresAt ?? '') - Date.parse(session.expiresAt);
    expect(movedMs).toBe(direction * 2 * sessionLifeMs);
    await clock.advance(sessionLifeMs - 1);
    expect(await found(token)).toBe(true);
    await clock.advance(1);
    expect(await found(token)).toBe(false);
  });

  test('ends when its person signs out, and no other does', async () => {
    const one = await sessions.signIn(right, here);
    const other = await sessions.signIn(right, here);
    await sessions.end(hashToken(one.token));
    expect([await found(one.token), await found(other.token)]).toEqual([false, true]);
  });

  test('is not opened by its hash', async () => {
    const { token } = await sessions.signIn(right, here);
    expect(await found(hashToken(token))).toBe(false);
  });
});

// [P8] A session on which nobody works locks itself; what counts as work, and what a restart does not forget.
import pino from 'pino';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createChangeFeed } from '../../payments/change-feed.ts';
import { aStaffServer, type Somebody } from '../../testing/access/staff-server.ts';
import { accessTo, signedIn } from '../../testing/access.ts';
import type { TestServer } from '../../testing/http.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { seen } from '../../testing/payments.ts';
import { aStore } from '../../testing/store.ts';
import type { Principal } from '../policy.ts';
import { createIdleLock } from './idle-lock.ts';

const minuteMs = 60_000;
const lockAfterMs = 3 * minuteMs;
const locked = { status: 403, body: { error: { code: 'session_locked' } } };

describe('[P8] a session', () => {
  let server: TestServer;
  let signIn: Awaited<ReturnType<typeof aStaffServer>>['signIn'];
  let ola: Somebody;
  let cookie: string;
  beforeEach(async () => {
    const shop = await aStaffServer({ lockAfterMs });
    ({ server, signIn } = shop);
    onTestFinished(() => server.close());
    ola = await shop.hire('Ola', 'cashier');
    ({ cookie } = await signIn(ola));
  });

  const get = (path: string, more: Record<string, string> = {}) =>
    server.call('GET', path, { headers: { cookie, ...more } });
  const post = (path: string, body: unknown = {}) => server.post(path, body, { cookie });
  const isLocked = async () => ((await get('/api/session')).body as { locked: boolean }).locked;
  const unlock = (pin: string) => post('/api/session/unlock', { pin });

  test('locks at the minute, and not a millisecond earlier', async () => {
    await server.clock.advance(lockAfterMs - 1);
    expect([(await get('/api/payments')).status, await isLocked()]).toEqual([200, false]);
    await server.clock.advance(1);
    expect(await get('/api/payments')).toMatchObject(locked);
    expect(await isLocked()).toBe(true);
  });

  test('is not kept awake by pages that only poll', async () => {
    for (let at = 0; at < lockAfterMs; at += minuteMs / 4) {
      for (const path of ['/api/session', '/api/tills/1/payment', '/api/payments', '/api/home']) {
        expect((await get(path)).status).toBe(200);
      }
      await server.clock.advance(minuteMs / 4);
    }
    expect(await get('/api/tills/1/payment')).toMatchObject(locked);
    expect(await get('/api/tills/1/payment', { prefer: 'wait=1', 'if-none-match': '*' })).toMatchObject(
      locked,
    );
  });

  test.each([
    ['a key that is pressed', () => post('/api/session/activity')],
    ['whatever changes something, refused or not', () => post('/api/payments/nothing/cancel')],
  ])('is kept awake by %s, to the millisecond', async (_, work) => {
    for (let times = 0; times < 3; times += 1) {
      await server.clock.advance(lockAfterMs - 1);
      expect(await isLocked()).toBe(false);
      await work();
    }
    await server.clock.advance(lockAfterMs - 1);
    expect(await isLocked()).toBe(false);
    await server.clock.advance(1);
    expect(await isLocked()).toBe(true);
  });

  test.each([
    ['that are held', { prefer: 'wait=1' }],
    ['that are not', {}],
  ])(
    '[P1] does not lock while its page follows a sale with polls %s, nor before the result was shown',
    async (_, more) => {
      await server.start();
      let etag = '';
      const poll = async () => {
        const asked = get('/api/tills/1/payment', { ...more, 'if-none-match': etag });
        let answer: Awaited<typeof asked> | null = null;
        const over = asked.then((one) => {
          answer = one;
        });
        for (let turn = 0; turn < 50 && answer === null; turn += 1) await server.clock.advance(100);
        await over;
        const { status, headers } = await asked;
        etag = headers.get('etag') ?? '';
        return status;
      };
      for (let at = 0; at < 2 * lockAfterMs; at += minuteMs) {
        await server.clock.advance(minuteMs - 10_000);
        expect(await poll()).toBeLessThan(400);
        expect(await isLocked()).toBe(false);
      }
      server.vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
      await server.clock.advance(2_000);
      expect(await get('/api/tills/1/payment')).toMatchObject({ body: { payment: { state: 'approved' } } });
      await server.clock.advance(lockAfterMs - minuteMs);
      expect(await isLocked()).toBe(false);
      await server.clock.advance(minuteMs);
      expect(await get('/api/tills/1/payment')).toMatchObject(locked);
    },
  );

  test('is opened by the PIN alone, which counts for changes to staff, too', async () => {
    await server.clock.advance(lockAfterMs);
    expect(await unlock('864209')).toMatchObject({ status: 403, body: { error: { code: 'pin_required' } } });
    expect(await post('/api/session/activity')).toMatchObject(locked);
    expect(await post('/api/session/proof', { pin: ola.pin })).toMatchObject(locked);
    expect(await get('/api/payments')).toMatchObject(locked);
    expect(await unlock(ola.pin)).toMatchObject({ status: 200, body: { name: 'Ola', locked: false } });
    expect((await get('/api/payments')).status).toBe(200);
    await server.clock.advance(lockAfterMs - 1);
    expect(await isLocked()).toBe(false);
    const token = cookie.slice('tillside_session='.length);
    expect((await server.access.sessions.find(token))?.provedAtMs).toBe(
      server.clock.steadyMs() - lockAfterMs + 1,
    );
  });

  test('can be locked by its person at once, and no other session of theirs is', async () => {
    const other = await signIn(ola);
    expect((await post('/api/session/lock')).status).toBe(204);
    expect(await get('/api/payments')).toMatchObject(locked);
    const there = await server.call('GET', '/api/payments', { headers: { cookie: other.cookie } });
    expect(there.status).toBe(200);
    expect((await unlock(ola.pin)).status).toBe(200);
    expect((await get('/api/payments')).status).toBe(200);
  });

  test('can be signed out of while it is locked', async () => {
    await server.clock.advance(lockAfterMs);
    expect((await server.call('DELETE', '/api/session', { headers: { cookie } })).status).toBe(204);
    expect((await get('/api/session')).status).toBe(401);
  });
});

describe('what is kept', () => {
  async function aSession(name = 'Kari') {
    const clock = manualClock();
    const store = await aStore();
    onTestFinished(() => store.close());
    const server = () => accessTo({ store, clock, changeFeed: createChangeFeed(clock), lockAfterMs }).access;
    const access = server();
    const { cookie } = await signedIn({ access, store }, 'manager', name);
    const token = cookie.slice('tillside_session='.length);
    const find = async (by = access) => {
      const found = await by.sessions.find(token);
      return found as Extract<Principal, { kind: 'staff' }> & NonNullable<typeof found>;
    };
    const work = async () => access.idleLock.noteWork({ ...(await find()), kind: 'staff' });
    return { clock, store, access, server, find, work };
  }

  test('[P10] a restart of the server locks nothing that is in use, and unlocks nothing', async () => {
    const { clock, server, find, work } = await aSession();
    await clock.advance(lockAfterMs - minuteMs);
    await work();
    await clock.advance(minuteMs);
    const next = server();
    expect((await find(next)).session.locked).toBe(false);
    await clock.advance(lockAfterMs - minuteMs);
    expect((await find(next)).session.locked).toBe(true);
    expect((await find(server())).session.locked).toBe(true);
  });

  test('[P10] what somebody has locked stays so after a restart', async () => {
    const { access, server, find } = await aSession();
    await access.sessions.lock((await find()).tokenHash);
    expect((await find(server())).session.locked).toBe(true);
  });

  test('a session does not stay open by the wall clock', async () => {
    const { clock, find } = await aSession();
    await clock.advance(lockAfterMs);
    clock.jumpWallClock(-2 * lockAfterMs);
    expect((await find()).session.locked).toBe(true);
  });

  function aLock(noteActivity: (some: readonly { tokenHash: string; atMs: number }[]) => Promise<void>) {
    const clock = manualClock();
    const log = pino({ level: 'silent' });
    const lock = createIdleLock({ store: { noteActivity }, clock, lockAfterMs, log });
    const session = { locked: false } as Extract<Principal, { kind: 'staff' }>['session'];
    const work = (tokenHash = 'a', isLocked = false) =>
      lock.noteWork({
        kind: 'staff',
        id: 'Kari',
        tokenHash,
        provedAtMs: 0,
        session: { ...session, locked: isLocked },
      });
    const isLocked = () =>
      lock.isLocked('a', { activeAtMs: clock.steadyMs() - lockAfterMs, isLocked: false });
    return { clock, work, isLocked };
  }

  test('work is written at most once in 20 seconds, and then the last of it', async () => {
    const written: number[] = [];
    const { clock, work } = aLock(async (some) => void written.push(...some.map(({ atMs }) => atMs)));
    const beganMs = clock.steadyMs();
    for (let second = 0; second < 60; second += 1) {
      work();
      await clock.advance(1_000);
    }
    await clock.advance(10 * minuteMs);
    expect(written.map((atMs) => atMs - beganMs)).toEqual([19_000, 39_000, 59_000]);
  });

  test('many sessions are written a few at a time', async () => {
    const sizes: number[] = [];
    const { clock, work } = aLock(async (some) => void sizes.push(some.length));
    for (let session = 0; session < 120; session += 1) work(`session ${session}`);
    await clock.advance(minuteMs);
    expect(sizes).toEqual([50, 50, 20]);
  });

  test('work waits for no database and counts without it; it is written once there is one', async () => {
    const tries: number[] = [];
    const { clock, work, isLocked } = aLock(async (some) => {
      tries.push(some.length);
      if (tries.length < 3) throw new Error('the disk is full');
    });
    expect(isLocked()).toBe(true);
    work();
    expect(isLocked()).toBe(false);
    await clock.advance(2 * minuteMs);
    expect(tries).toEqual([1, 1, 1]);
  });

  test('no work counts on a session that is locked', () => {
    const { work, isLocked } = aLock(async () => undefined);
    work('a', true);
    expect(isLocked()).toBe(true);
  });
});

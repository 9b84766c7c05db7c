import { beforeEach, describe, expect, test } from 'vitest';
import { aSignIn, here, right, wrong } from '../../testing/access/sign-in.ts';
import { hashToken } from '../secrets/tokens.ts';
import { type Sessions, sessionLifeMs } from './sessions.ts';

let signIn: Awaited<ReturnType<typeof aSignIn>>;
let clock: typeof signIn.clock;
let sessions: Sessions;

beforeEach(async () => {
  signIn = await aSignIn();
  ({ clock, sessions } = signIn);
});

describe('signing in', () => {
  test('knows a name however it is written', async () => {
    const composed = { name: 'Åse', pin: '135790' };
    await signIn.hire('Åse', 'cashier', 'åse');
    for (const name of ['Åse', 'ÅSE', ' åse ', 'A\u030Ase', '\uff21\u030ase']) {
      expect((await sessions.signIn({ ...composed, name }, here)).session.name).toBe('Åse');
    }
  });

  test('knows a name that is stored as it was written before, with signs that mean another', async () => {
    await signIn.hire('\ufb01nn', 'cashier', '\ufb01nn');
    expect((await sessions.signIn({ name: '\ufb01nn', pin: '135790' }, here)).session.name).toBe('\ufb01nn');
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
    expect(signIn.compared.toSorted()).toEqual(['of 135790', null].toSorted());
  });

  test('[P7] leaves no PIN, no token and no name that was refused in the log', async () => {
    await signIn.miss(1, { name: 'my-password-by-mistake', pin: '864200' });
    const { token, device } = await sessions.signIn(right, here);
    const log = signIn.logged.join('');
    expect(log).toContain('sign-in refused');
    expect(log).toContain('"staff":"Kari"');
    for (const secret of ['my-password', '864200', '135790', token, hashToken(token), device]) {
      expect(log).not.toContain(secret);
    }
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

// Whoever knows a PIN can change it; whoever has a weak one is asked to, and works on until they do.
import { beforeEach, describe, expect, test } from 'vitest';
import { aSignIn, elsewhere, here, right, wrong } from '../../testing/access/sign-in.ts';
import { hashToken } from '../secrets/tokens.ts';

let signIn: Awaited<ReturnType<typeof aSignIn>>;
let sessions: typeof signIn.sessions;
beforeEach(async () => {
  signIn = await aSignIn();
  ({ sessions } = signIn);
});

describe('[P8] who has a PIN from before there were rules', () => {
  test('signs in as before, and is asked for another one', async () => {
    expect(await sessions.signIn(right, here)).toMatchObject({ pinIsWeak: true, session: { name: 'Kari' } });
    const { access } = signIn.store;
    await access.setPin('Kari', 'of 48291637');
    expect(await sessions.signIn({ ...right, pin: '48291637' }, here)).toMatchObject({ pinIsWeak: false });
    await access.setPin('Ola', 'of 482916');
    expect(await sessions.signIn({ name: 'Ola', pin: '482916' }, here)).toMatchObject({ pinIsWeak: false });
  });
});

describe('[P8] changing the own PIN', () => {
  const change = (newPin: string, who = right, from = here) => sessions.changePin({ ...who, newPin }, from);
  const isFound = async (token: string) => (await sessions.find(token)) !== null;

  test('takes the old one away at once, signs in here, and out everywhere else', async () => {
    const before = await sessions.signIn(right, here);
    const after = await change('48291637', right, { ...here, device: before.device });
    expect([await isFound(before.token), await isFound(after.token)]).toEqual([false, true]);
    await expect(sessions.signIn(right, here)).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(await sessions.signIn({ ...right, pin: '48291637' }, here)).toMatchObject({ pinIsWeak: false });
    expect(await signIn.store.access.knowsDevice(hashToken(after.device), 'Kari')).toBe(true);
    const log = signIn.logged.join('');
    expect(log).toContain('own PIN changed');
    expect(log).not.toContain('48291637');
  });

  test.each(['482916', '12345678', '24051972', '11223344'])('to %s is refused to a manager', async (pin) => {
    await expect(change(pin)).rejects.toMatchObject({ code: 'invalid_request' });
    await sessions.signIn(right, here);
  });

  test('to the one until now is refused', async () => {
    await signIn.store.access.setPin('Kari', 'of 48291637');
    const who = { ...right, pin: '48291637' };
    await expect(change('48291637', who)).rejects.toMatchObject({ code: 'invalid_request' });
  });

  test('is as slow to guess at as signing in, and locks the name with it', async () => {
    for (let i = 0; i < 5; i += 1) {
      await expect(change('48291637', wrong)).rejects.toMatchObject({ code: 'not_signed_in' });
    }
    await expect(change('48291637')).rejects.toMatchObject({ code: 'rate_limited' });
    await signIn.miss(15, wrong, elsewhere);
    await expect(change('48291637')).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

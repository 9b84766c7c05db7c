// Guessing is slow and ends; and nobody is kept from signing in by somebody else who guesses.
import { beforeEach, describe, expect, test } from 'vitest';
import { aSignIn, elsewhere, here, right, somebody, wrong } from '../../testing/access/sign-in.ts';
import { hashToken, newToken } from '../secrets/tokens.ts';

let signIn: Awaited<ReturnType<typeof aSignIn>>;
beforeEach(async () => {
  signIn = await aSignIn();
});
/** A browser that Kari has signed in with. */
const aDevice = async (who = right) => ({
  ...here,
  device: (await signIn.sessions.signIn(who, here)).device,
});

describe('[P8] guessing a PIN', () => {
  test('of one name from one address is slowed after 5 misses, doubling to a minute', async () => {
    const { clock, miss, waitMs } = signIn;
    await miss(5);
    const waits: (number | null)[] = [];
    for (let i = 0; i < 8; i++) {
      waits.push(await waitMs());
      await clock.advance(waits.at(-1) ?? 0);
      await miss(1);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  test('of a name that nobody has is slowed in the same way', async () => {
    await signIn.miss(5, { name: 'nobody', pin: '000000' });
    expect(await signIn.waitMs({ name: 'NOBODY', pin: '000000' })).toBe(1_000);
  });

  test('of many names is slowed after 20 misses from one address, and not elsewhere', async () => {
    const { miss, waitMs } = signIn;
    for (let i = 0; i < 20; i++) await miss(1, somebody(i));
    expect(await waitMs(somebody(20))).toBe(1_000);
    expect(await waitMs(right)).toBe(1_000);
    await miss(1, somebody(20), elsewhere);
  });

  test('from the addresses that one is given counts as from one: an IPv6 network, and IPv4 however it is written', async () => {
    await signIn.miss(5, wrong, (i) => ({ ...here, address: `2001:db8:0:7:${i}::1` }));
    expect(await signIn.waitMs(wrong, { ...here, address: '2001:db8:0:7:ffff::9' })).toBe(1_000);
    await signIn.miss(1, wrong, () => ({ ...here, address: '2001:db8:0:8::1' }));
    await signIn.miss(5, { ...wrong, name: 'Ola' });
    expect(await signIn.waitMs({ ...wrong, name: 'Ola' }, { ...here, address: '::ffff:192.0.2.1' })).toBe(
      1_000,
    );
  });

  test('compares no PIN while it has to wait, not even the right one', async () => {
    await signIn.miss(5);
    expect(await signIn.waitMs(right)).toBe(1_000);
    expect(signIn.compared).toHaveLength(5);
    await signIn.clock.advance(1_000);
    await signIn.sessions.signIn(right, here);
  });

  test('many times at once is slowed as one after the other', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => signIn.waitMs()));
    expect(all.filter((ms) => ms === null)).toHaveLength(5);
    expect(signIn.compared).toHaveLength(5);
  });

  test('counts only what was compared: who has to wait makes nobody wait who shares the address', async () => {
    await signIn.miss(5);
    for (let tries = 0; tries < 30; tries += 1) expect(await signIn.waitMs()).toBeGreaterThan(0);
    expect(await signIn.waitMs({ ...wrong, name: 'somebody else' })).toBeNull();
  });

  test('is forgiven by the right one, of that name and at that address', async () => {
    const { miss, sessions, waitMs } = signIn;
    for (let i = 0; i < 15; i++) await miss(1, somebody(i));
    await miss(4);
    await sessions.signIn(right, here);
    await miss(5);
    for (let i = 0; i < 14; i++) await miss(1, somebody(i));
    expect(await waitMs()).not.toBeNull();
  });

  test('is not forgiven by somebody else’s right one', async () => {
    await signIn.miss(5);
    await signIn.sessions.signIn({ ...right, name: 'Ola' }, here);
    expect(await signIn.waitMs()).toBe(1_000);
  });
});

describe('[P8] a name', () => {
  test('is locked after 20 misses in a day, from wherever, also for the right PIN, which is not compared any more', async () => {
    await signIn.lock();
    expect(signIn.compared).toHaveLength(20);
    await signIn.isLocked();
    await signIn.clock.advance(48 * 3_600_000);
    await signIn.isLocked();
    expect(signIn.compared).toHaveLength(20);
    expect(signIn.logged.filter((line) => line.includes('name locked'))).toHaveLength(1);
    expect(await signIn.store.access.listLocked()).toMatchObject([{ staffId: 'Kari' }]);
  });

  test('is on record as locked once, with whose it is and where the last miss came from', async () => {
    await signIn.lock();
    await signIn.lock({ name: 'nobody', pin: '000000' });
    const entries = await signIn.store.audit.list({ shop: null }, null, 9);
    expect(entries.map(({ kind, about, detail, who_kind }) => [kind, about, detail, who_kind])).toEqual([
      ['name_locked', 'Kari', '{"staff":"Kari"}', 'nobody'],
    ]);
    expect(entries[0]?.address).not.toBe('');
  });

  test('that nobody has looks the same, so that a lock tells nobody who works here', async () => {
    const nobody = { name: 'nobody', pin: '000000' };
    await signIn.lock(nobody);
    await signIn.isLocked(nobody);
    expect(signIn.logged.join('')).not.toContain('nobody');
  });

  test('is not locked by 19 misses a day', async () => {
    for (let day = 0; day < 3; day += 1) {
      await signIn.miss(19, wrong, elsewhere);
      await signIn.clock.advance(24 * 3_600_000);
    }
    await signIn.sessions.signIn(right, here);
  });

  test('is not locked by the slips of who knows the PIN in the end, while those of others go on counting', async () => {
    for (let morning = 0; morning < 10; morning += 1) {
      await signIn.miss(4);
      await signIn.sessions.signIn(right, here);
    }
    await signIn.miss(19, wrong, elsewhere);
    await signIn.miss(1);
    await signIn.isLocked();
  });

  test('is unlocked by a manager, or by a new PIN, and may then be missed as often again', async () => {
    const { access } = signIn.store;
    await signIn.lock();
    expect(await access.unlock('Kari')).toBe(true);
    await signIn.clock.advance(60_000);
    await signIn.miss(19, wrong, (i) => elsewhere(i + 100));
    await signIn.sessions.signIn(right, here);
    await signIn.miss(1, wrong, () => elsewhere(200));
    await signIn.isLocked();
    await access.setPin('Kari', 'of 246802');
    await signIn.sessions.signIn({ ...right, pin: '246802' }, here);
  });
});

describe('[P8] a device that has signed in before', () => {
  test('signs in while strangers have locked the name, slowed the address, and wait for every turn', async () => {
    const known = await aDevice();
    await signIn.lock();
    for (let i = 0; i < 20; i++) await signIn.miss(1, somebody(i));
    await signIn.isLocked();
    const flood = Array.from({ length: 60 }, (_, i) => signIn.waitMs(somebody(i), elsewhere(i % 20)));
    expect((await signIn.sessions.signIn(right, known)).session.name).toBe('Kari');
    await Promise.all(flood);
  });

  test('has the budget of any other name: 5 misses, then waits, and 20 in a row make it a stranger', async () => {
    const known = await aDevice();
    await signIn.miss(5, wrong, () => known);
    expect(await signIn.waitMs(right, known)).toBe(1_000);
    for (let i = 5; i < 20; i += 1) {
      await signIn.clock.advance(60_000);
      await signIn.miss(1, wrong, () => known);
    }
    await signIn.lock();
    await signIn.clock.advance(60_000);
    await signIn.isLocked(right, known);
  });

  test('uses up nobody else’s: neither that of the name, nor that of its address', async () => {
    const known = await aDevice();
    await signIn.miss(5, wrong, () => known);
    await signIn.miss(4);
    await signIn.sessions.signIn(right, here);
  });

  test('is known under the names that it signed in with only', async () => {
    const known = await aDevice();
    await signIn.lock({ ...wrong, name: 'Ola' });
    await signIn.isLocked({ ...right, name: 'Ola' }, known);
  });

  test('stays known to everybody who uses it, and has a new secret each time: the one before is worth nothing', async () => {
    const first = await aDevice();
    const second = {
      ...here,
      device: (await signIn.sessions.signIn({ ...right, name: 'Ola' }, first)).device,
    };
    await signIn.lock();
    await signIn.isLocked(right, first);
    await signIn.sessions.signIn(right, second);
  });

  test('is not one whose secret somebody planted, nor the hash that is stored', async () => {
    const { device } = await aDevice();
    const planted = { ...here, device: newToken() };
    const third = await signIn.sessions.signIn(right, planted);
    expect([planted.device, device]).not.toContain(third.device);
    await signIn.lock();
    await signIn.isLocked(right, planted);
    await signIn.isLocked(right, { ...here, device: hashToken(device) });
  });
});

test('[P8] a new device signs in though strangers wait at every place, from more addresses than there are places', async () => {
  const { miss, waitMs, sessions } = signIn;
  for (let i = 0; i < 120; i++) await miss(1, somebody(i), () => elsewhere(i));
  const { settle, goOn } = signIn.hold();
  const flood = Array.from({ length: 120 }, (_, i) => waitMs(somebody(i + 200), elsewhere(i)));
  await settle();
  const kari = sessions.signIn(right, here);
  await settle();
  goOn();
  expect((await kari).session.name).toBe('Kari');
  const refused = (await Promise.all(flood)).filter((ms) => ms !== null);
  expect(refused.length).toBeGreaterThan(0);
});

describe('[P8] behind a proxy that is not trusted, where everybody has the address of the proxy', () => {
  beforeEach(async () => {
    signIn = await aSignIn({ groupOf: () => null });
  });

  test('one who guesses makes nobody wait but under the names that are guessed', async () => {
    for (let i = 0; i < 50; i++) await signIn.miss(1, somebody(i));
    await signIn.miss(5);
    expect(await signIn.waitMs()).toBe(1_000);
    await signIn.sessions.signIn({ ...right, name: 'Ola' }, here);
  });

  test('guessing still ends', async () => {
    for (let i = 0; i < 20; i += 1) {
      await signIn.miss(1);
      await signIn.clock.advance(60_000);
    }
    await signIn.isLocked();
  });
});

import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SlowDown } from '../../core/refusal.ts';
import { cheapPins } from '../../testing/access.ts';
import { createPins, type Pins } from './pin.ts';

/** Hashing is slow on purpose, which one test is enough for. */
const pins = cheapPins();
const stored = await pins.hash('135790');
const isRight = (pin: string, hash: string | null, by: Pins = pins) =>
  by.inTurn(['known', 'Kari'], (compare) => compare(pin, hash));

/** One of another cost, as an older version may have left it. */
const salt = Buffer.alloc(16, 7);
const hash = scryptSync('135790', salt, 32, { N: 1024, r: 8, p: 1 });
const cheap = ['scrypt', 1024, 8, 1, salt.toString('base64url'), hash.toString('base64url')].join('$');

describe('[P8] a PIN', () => {
  test('is stored as scrypt has it, with its cost, its salt and 32 bytes', async () => {
    const slow = await createPins().hash('135790');
    expect(slow).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
    const [, N, r, p, salt = '', hash] = slow.split('$');
    const cost = { N: Number(N), r: Number(r), p: Number(p) };
    const again = scryptSync('135790', Buffer.from(salt, 'base64url'), 32, cost);
    expect(again.toString('base64url')).toBe(hash);
  });

  test('is right, and no other is', async () => {
    expect(await isRight('135790', stored)).toBe(true);
    for (const wrong of ['135791', '1357900']) {
      expect(await isRight(wrong, stored)).toBe(false);
    }
  });

  test('is salted: the same PIN of two people looks different', async () => {
    expect(await pins.hash('135790')).not.toBe(stored);
  });

  test('that was stored at another cost is still right', async () => {
    expect(await isRight('135790', cheap)).toBe(true);
    expect(await isRight('135791', cheap)).toBe(false);
  });
});

describe('[P8] the PIN of nobody', () => {
  test('is never right', async () => {
    expect(await isRight('135790', null)).toBe(false);
  });

  test('takes its turn and its work as that of somebody does', async () => {
    const order: string[] = [];
    const ask = (who: string, hash: string | null) =>
      isRight('000000', hash).then(() => void order.push(who));
    await Promise.all([ask('Kari', stored), ask('nobody', null)]);
    expect(order).toEqual(['Kari', 'nobody']);
  });

  test('has to come again when ten of its lane wait already, and others do not', async () => {
    const busy = cheapPins();
    const eleven = Array.from({ length: 11 }, () => isRight('135790', cheap, busy));
    await expect(isRight('135790', null, busy)).rejects.toThrow(SlowDown);
    expect(await busy.hash('135790')).toMatch(/^scrypt/);
    await Promise.all(eleven);
    expect(await isRight('135790', cheap, busy)).toBe(true);
  });

  test('holds up nobody after one that could not be hashed', async () => {
    const odd = cheapPins();
    await expect(isRight('135790', 'scrypt$3$8$5$AA$AA', odd)).rejects.toThrow();
    expect(await isRight('135790', stored, odd)).toBe(true);
  });
});

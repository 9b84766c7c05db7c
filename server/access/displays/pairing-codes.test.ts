import { describe, expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { hashToken } from '../secrets/tokens.ts';
import { createPairing } from './pairing-codes.ts';

const fiveMinutesMs = 5 * 60_000;
const here = '192.0.2.1';
const elsewhere = (i: number) => `198.51.100.${i}`;

function aPairing() {
  const clock = manualClock();
  return { clock, ...createPairing(clock) };
}

describe('a tablet that waits to be paired', () => {
  test('[P8] shows 6 digits, and keeps a secret of which only the hash is known here', () => {
    const { introduce, find } = aPairing();
    const { token, waiting } = introduce(here);
    expect(waiting.code).toMatch(/^\d{6}$/);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(waiting)).not.toContain(token);
    expect(find(hashToken(token))).toEqual(waiting);
    expect(find(token)).toBeNull();
  });

  test('[P8] is taken by its code once', () => {
    const { introduce, find, take } = aPairing();
    const { token, waiting } = introduce(here);
    expect(take(waiting.code)).toEqual(waiting);
    expect(take(waiting.code)).toBeNull();
    expect(find(hashToken(token))).toBeNull();
  });

  test('is taken by no other code', () => {
    const { introduce, take } = aPairing();
    const { waiting } = introduce(here);
    const other = String((Number(waiting.code) + 1) % 1_000_000).padStart(6, '0');
    expect(take(other)).toBeNull();
    expect(take(waiting.code)).toEqual(waiting);
  });

  test('[P8] waits five minutes, whatever the wall clock says', async () => {
    const { clock, introduce, find, take } = aPairing();
    const { token, waiting } = introduce(here);
    clock.jumpWallClock(10 * fiveMinutesMs);
    await clock.advance(fiveMinutesMs - 1);
    expect(find(hashToken(token))).toEqual(waiting);
    clock.jumpWallClock(-20 * fiveMinutesMs);
    await clock.advance(1);
    expect(find(hashToken(token))).toBeNull();
    expect(take(waiting.code)).toBeNull();
  });
});

describe('[P8] of tablets that wait', () => {
  /** @returns whether this one still waits, as the tablet itself asks. */
  const waits = ({ find }: ReturnType<typeof aPairing>, { token }: { token: string }) =>
    find(hashToken(token)) !== null;

  test('there are 100 at most at one address, and the one goes that asked longest ago', async () => {
    const pairing = aPairing();
    const { introduce, clock, count } = pairing;
    const asks = introduce(here);
    const silent = introduce(here);
    await clock.advance(1_000);
    expect(waits(pairing, asks)).toBe(true);
    for (let i = 2; i < 100; i++) introduce(here);
    const last = introduce(here);
    expect(count()).toBe(100);
    expect([asks, silent, last].map((one) => waits(pairing, one))).toEqual([true, false, true]);
  });

  test('none is held up or lost because of 100 requests from each of ten other addresses', () => {
    const pairing = aPairing();
    const ours = pairing.introduce(here);
    for (let i = 0; i < 1_000; i++) pairing.introduce(elsewhere(i % 10));
    const late = pairing.introduce(here);
    expect([ours, late].map((one) => waits(pairing, one))).toEqual([true, true]);
    expect(pairing.count()).toBe(500);
  });

  test('sixty behind one address stay, however many others come from however many addresses and ask no more', async () => {
    const pairing = aPairing();
    const ours = Array.from({ length: 60 }, () => pairing.introduce(here));
    for (let second = 0; second < 60; second++) {
      for (let i = 0; i < 30; i++) pairing.introduce(elsewhere(second * 30 + i));
      await pairing.clock.advance(1_000);
      expect(ours.filter((one) => waits(pairing, one))).toHaveLength(60);
    }
    expect(pairing.count()).toBe(500);
  });

  test('there are 500 at most where addresses do not tell them apart', () => {
    const pairing = aPairing();
    for (let i = 0; i < 600; i++) pairing.introduce(null);
    expect(pairing.count()).toBe(500);
  });

  test('staff can end the wait of all, and those that are still there may come again', () => {
    const pairing = aPairing();
    const all = Array.from({ length: 3 }, () => pairing.introduce(here));
    expect([pairing.clear(), pairing.count()]).toEqual([3, 0]);
    expect(all.map((one) => waits(pairing, one))).toEqual([false, false, false]);
    expect(pairing.take(all[0]?.waiting.code ?? '')).toBeNull();
    expect(waits(pairing, pairing.introduce(here))).toBe(true);
  });

  test('no two show the same code or have the same secret', () => {
    const { introduce } = aPairing();
    const all = Array.from({ length: 100 }, () => introduce(here));
    expect(new Set(all.map(({ waiting }) => waiting.code)).size).toBe(100);
    expect(new Set(all.map(({ token }) => token)).size).toBe(100);
  });
});

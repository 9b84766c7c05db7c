import { describe, expect, test } from 'vitest';
import { SlowDown } from '../../core/refusal.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { hashToken } from '../secrets/tokens.ts';
import { createPairing } from './pairing-codes.ts';

const fiveMinutesMs = 5 * 60_000;

function aPairing() {
  const clock = manualClock();
  return { clock, ...createPairing(clock) };
}

describe('a tablet that waits to be paired', () => {
  test('[P8] shows 6 digits, and keeps a secret of which only the hash is known here', () => {
    const { introduce, find } = aPairing();
    const { token, waiting } = introduce();
    expect(waiting.code).toMatch(/^\d{6}$/);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(waiting)).not.toContain(token);
    expect(find(hashToken(token))).toEqual(waiting);
    expect(find(token)).toBeNull();
  });

  test('[P8] is taken by its code once', () => {
    const { introduce, find, take } = aPairing();
    const { token, waiting } = introduce();
    expect(take(waiting.code)).toEqual(waiting);
    expect(take(waiting.code)).toBeNull();
    expect(find(hashToken(token))).toBeNull();
  });

  test('is taken by no other code', () => {
    const { introduce, take } = aPairing();
    const { waiting } = introduce();
    const other = String((Number(waiting.code) + 1) % 1_000_000).padStart(6, '0');
    expect(take(other)).toBeNull();
    expect(take(waiting.code)).toEqual(waiting);
  });

  test('[P8] waits five minutes, whatever the wall clock says', async () => {
    const { clock, introduce, find, take } = aPairing();
    const { token, waiting } = introduce();
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
  test('there are 100 at most; the next may come when the first code has ended', async () => {
    const { clock, introduce } = aPairing();
    introduce();
    await clock.advance(60_000);
    for (let i = 1; i < 100; i++) introduce();
    expect(introduce).toThrow(SlowDown);
    try {
      introduce();
    } catch (error) {
      expect(error).toMatchObject({ waitMs: fiveMinutesMs - 60_000 });
    }
    await clock.advance(fiveMinutesMs - 60_000);
    introduce();
    expect(introduce).toThrow(SlowDown);
  });

  test('no two show the same code or have the same secret', () => {
    const { introduce } = aPairing();
    const all = Array.from({ length: 100 }, introduce);
    expect(new Set(all.map(({ waiting }) => waiting.code)).size).toBe(100);
    expect(new Set(all.map(({ token }) => token)).size).toBe(100);
  });
});

import { describe, expect, test } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { createRateLimit, perSecondFor } from './rate-limit.ts';

function aLimit(perSecond: number) {
  const clock = manualClock();
  const limit = createRateLimit(clock);
  /** @returns how many of so many new requests are let in. */
  const ask = (times: number, key = 'a') =>
    Array.from({ length: times }, () => limit.take({}, key, perSecond)).filter((slowed) => slowed === null)
      .length;
  return { clock, limit, ask };
}

describe('[P8] the requests of a key', () => {
  test('are let in for two seconds’ worth at once, and then at its pace', async () => {
    const { clock, ask } = aLimit(10);
    expect(ask(100)).toBe(20);
    await clock.advance(1_000);
    expect(ask(100)).toBe(10);
    await clock.advance(99);
    expect(ask(1)).toBe(0);
    await clock.advance(1);
    expect(ask(2)).toBe(1);
  });

  test('that are refused count for nothing, and hear how long to wait', async () => {
    const { clock, limit, ask } = aLimit(10);
    ask(1_000);
    expect(limit.take({}, 'a', 10)?.waitMs).toBe(100);
    await clock.advance(100);
    expect(limit.take({}, 'a', 10)).toBeNull();
  });

  test('slow no other key', () => {
    const { ask } = aLimit(10);
    expect([ask(100), ask(100, 'b')]).toEqual([20, 20]);
  });

  test('count once each, however often one is asked about', () => {
    const { limit, ask } = aLimit(10);
    const request = {};
    for (let times = 0; times < 50; times += 1) expect(limit.take(request, 'a', 10)).toBeNull();
    expect(ask(100)).toBe(19);
    const refused = {};
    const first = limit.take(refused, 'a', 10);
    expect(first).not.toBeNull();
    expect(limit.take(refused, 'a', 10)).toBe(first);
  });

  test('are not let in because somebody puts the wall clock forward', () => {
    const { clock, ask } = aLimit(10);
    ask(20);
    clock.jumpWallClock(3_600_000);
    expect(ask(1)).toBe(0);
  });

  test('of 1,500 tills that poll each second, and again after each step of a sale a minute, are all let in', async () => {
    const { clock, ask } = aLimit(perSecondFor(1_500));
    // All at once after a restart; then each sale is a start and five answers at once.
    expect(ask(1_500)).toBe(1_500);
    for (let second = 0; second < 120; second += 1) {
      await clock.advance(1_000);
      expect(ask(1_500 + (1_500 / 60) * 6)).toBe(1_650);
    }
  });
});

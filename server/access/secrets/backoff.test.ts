import { describe, expect, test } from 'vitest';
import { SlowDown } from '../../core/refusal.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { createThrottle, type Throttle } from './backoff.ts';

const pace = { free: 3, firstMs: 1_000, mostMs: 5_000, forgetMs: 60_000 };

/** @returns for how many milliseconds these have to wait; 0 when the try was let through. */
function wait(throttle: Throttle, ...subjects: string[]): number {
  try {
    throttle.take(...subjects);
    return 0;
  } catch (error) {
    expect(error).toBeInstanceOf(SlowDown);
    return (error as SlowDown).waitMs;
  }
}

function aThrottle() {
  const clock = manualClock();
  const throttle = createThrottle(clock, pace);
  const miss = (times: number, subject = 'Kari') => {
    for (let i = 0; i < times; i++) expect(wait(throttle, subject)).toBe(0);
  };
  return { clock, throttle, miss };
}

describe('[P8] guessing', () => {
  test('costs nothing for a few misses, then a wait that doubles up to the longest', async () => {
    const { clock, throttle, miss } = aThrottle();
    miss(3);
    const waits: number[] = [];
    for (let i = 0; i < 5; i++) {
      waits.push(wait(throttle, 'Kari'));
      await clock.advance(waits.at(-1) ?? 0);
      miss(1);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  test('is let through at the end of the wait, and not a millisecond earlier', async () => {
    const { clock, throttle, miss } = aThrottle();
    miss(3);
    await clock.advance(999);
    expect(wait(throttle, 'Kari')).toBe(1);
    await clock.advance(1);
    expect(wait(throttle, 'Kari')).toBe(0);
  });

  test('while it has to wait makes the wait no longer', async () => {
    const { throttle, miss } = aThrottle();
    miss(3);
    for (let i = 0; i < 50; i++) expect(wait(throttle, 'Kari')).toBe(1_000);
  });

  test('is not let through because somebody puts the wall clock forward', () => {
    const { clock, throttle, miss } = aThrottle();
    miss(3);
    clock.jumpWallClock(3_600_000);
    expect(wait(throttle, 'Kari')).toBe(1_000);
  });

  test('of one slows no other', () => {
    const { throttle, miss } = aThrottle();
    miss(3);
    expect(wait(throttle, 'Ola')).toBe(0);
  });

  test('of two at once waits for the one with the longer wait, and counts for neither', async () => {
    const { clock, throttle, miss } = aThrottle();
    miss(3, 'the address');
    for (let i = 0; i < 9; i++) expect(wait(throttle, 'Kari', 'the address')).toBe(1_000);
    expect(wait(throttle, 'the address', 'Kari')).toBe(1_000);
    miss(2);
    await clock.advance(1_000);
    expect(wait(throttle, 'Kari', 'the address')).toBe(0);
    expect(wait(throttle, 'Kari')).toBe(1_000);
    expect(wait(throttle, 'the address')).toBe(2_000);
  });

  test('is forgiven by a good try', () => {
    const { throttle, miss } = aThrottle();
    miss(2);
    throttle.forgive('Kari');
    miss(3);
    expect(wait(throttle, 'Kari')).toBe(1_000);
  });

  test('is forgotten after a while, not a millisecond earlier', async () => {
    const { clock, throttle, miss } = aThrottle();
    miss(3);
    await clock.advance(pace.forgetMs - 1);
    miss(1);
    expect(wait(throttle, 'Kari')).toBe(2_000);
    await clock.advance(pace.forgetMs);
    miss(3);
    expect(wait(throttle, 'Kari')).toBe(1_000);
  });
});

test('no more than 10,000 are remembered, and those who tried last are kept', () => {
  const { throttle, miss } = aThrottle();
  for (let i = 0; i < 3; i++) miss(1, 'first of all');
  miss(3, 'second');
  for (let i = 0; i < 9_999; i++) miss(1, `somebody ${i}`);
  expect(wait(throttle, 'first of all')).toBe(0);
  expect(wait(throttle, 'somebody 9998')).toBe(0);
  miss(1, 'somebody 9998');
  expect(wait(throttle, 'somebody 9998')).toBe(1_000);
});

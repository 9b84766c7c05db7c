import { describe, expect, test } from 'vitest';
import { SlowDown } from '../../core/refusal.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { type Backoff, createBackoff } from './backoff.ts';

const pace = { free: 3, firstMs: 1_000, mostMs: 5_000, forgetMs: 60_000 };

/** @returns for how many milliseconds these have to wait; 0 when the try was let through. */
function wait(backoff: Backoff, ...subjects: string[]): number {
  try {
    backoff.take(...subjects);
    return 0;
  } catch (error) {
    expect(error).toBeInstanceOf(SlowDown);
    return (error as SlowDown).waitMs;
  }
}

function aThrottle() {
  const clock = manualClock();
  const backoff = createBackoff(clock, pace);
  const miss = (times: number, subject = 'Kari') => {
    for (let i = 0; i < times; i++) expect(wait(backoff, subject)).toBe(0);
  };
  return { clock, backoff, miss };
}

describe('[P8] guessing', () => {
  test('costs nothing for a few misses, then a wait that doubles up to the longest', async () => {
    const { clock, backoff, miss } = aThrottle();
    miss(3);
    const waits: number[] = [];
    for (let i = 0; i < 5; i++) {
      waits.push(wait(backoff, 'Kari'));
      await clock.advance(waits.at(-1) ?? 0);
      miss(1);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  test('is let through at the end of the wait, and not a millisecond earlier', async () => {
    const { clock, backoff, miss } = aThrottle();
    miss(3);
    await clock.advance(999);
    expect(wait(backoff, 'Kari')).toBe(1);
    await clock.advance(1);
    expect(wait(backoff, 'Kari')).toBe(0);
  });

  test('while it has to wait makes the wait no longer', async () => {
    const { backoff, miss } = aThrottle();
    miss(3);
    for (let i = 0; i < 50; i++) expect(wait(backoff, 'Kari')).toBe(1_000);
  });

  test('is not let through because somebody puts the wall clock forward', () => {
    const { clock, backoff, miss } = aThrottle();
    miss(3);
    clock.jumpWallClock(3_600_000);
    expect(wait(backoff, 'Kari')).toBe(1_000);
  });

  test('of one slows no other', () => {
    const { backoff, miss } = aThrottle();
    miss(3);
    expect(wait(backoff, 'Ola')).toBe(0);
  });

  test('of two at once waits for the one with the longer wait, and counts for neither', async () => {
    const { clock, backoff, miss } = aThrottle();
    miss(3, 'the address');
    for (let i = 0; i < 9; i++) expect(wait(backoff, 'Kari', 'the address')).toBe(1_000);
    expect(wait(backoff, 'the address', 'Kari')).toBe(1_000);
    miss(2);
    await clock.advance(1_000);
    expect(wait(backoff, 'Kari', 'the address')).toBe(0);
    expect(wait(backoff, 'Kari')).toBe(1_000);
    expect(wait(backoff, 'the address')).toBe(2_000);
  });

  test('is forgiven by a good try', () => {
    const { backoff, miss } = aThrottle();
    miss(2);
    backoff.forgive('Kari');
    miss(3);
    expect(wait(backoff, 'Kari')).toBe(1_000);
  });

  test('is forgotten after a while, not a millisecond earlier', async () => {
    const { clock, backoff, miss } = aThrottle();
    miss(3);
    await clock.advance(pace.forgetMs - 1);
    expect(backoff.hasMissed('Kari')).toBe(true);
    miss(1);
    expect(wait(backoff, 'Kari')).toBe(2_000);
    await clock.advance(pace.forgetMs);
    expect(backoff.hasMissed('Kari')).toBe(false);
    miss(3);
    expect(wait(backoff, 'Kari')).toBe(1_000);
  });
});

test('[P8] who is slowed stays so, whoever misses once under however many names', () => {
  const { backoff, miss } = aThrottle();
  miss(3);
  for (let i = 0; i < 10_050; i++) miss(1, `somebody ${i}`);
  expect(wait(backoff, 'Kari')).toBe(1_000);
});

test('[P8] no more than 10,000 are remembered of those who are slowed and of those who are not, the last of each', () => {
  const { backoff, miss } = aThrottle();
  miss(2, 'not slowed');
  miss(3, 'slowed');
  for (let i = 0; i < 10_000; i++) miss(3, `somebody ${i}`);
  expect(wait(backoff, 'slowed')).toBe(0);
  expect(wait(backoff, 'not slowed')).toBe(0);
  expect(wait(backoff, 'not slowed')).toBe(1_000);
  expect(wait(backoff, 'somebody 9999')).toBe(1_000);
  for (let i = 0; i < 10_000; i++) miss(1, `another ${i}`);
  expect(wait(backoff, 'somebody 9999')).toBe(1_000);
  miss(2, 'another 9999');
  expect(wait(backoff, 'another 9999')).toBe(1_000);
});

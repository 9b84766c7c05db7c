import { expect, test } from 'vitest';
import { formatSeconds, msToNextSecond, secondsLeft } from './countdown.ts';

test('time left is never negative and the last second counts until it is over', () => {
  expect(secondsLeft(1)).toBe(1);
  expect(secondsLeft(1000)).toBe(1);
  expect(secondsLeft(1001)).toBe(2);
  expect(secondsLeft(0)).toBe(0);
  expect(secondsLeft(-90_000)).toBe(0);
});

test('the next tick comes when the shown second changes', () => {
  for (const remainingMs of [1, 999, 1000, 1001, 1999.4, 2000, 59_999]) {
    const wait = msToNextSecond(remainingMs);
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(1000);
    expect(secondsLeft(remainingMs - wait)).toBe(secondsLeft(remainingMs) - 1);
  }
  expect(msToNextSecond(-1)).toBe(1000);
});

test('time is written as minutes and seconds', () => {
  expect(formatSeconds(0)).toBe('0:00');
  expect(formatSeconds(581)).toBe('9:41');
  expect(formatSeconds(3723)).toBe('1:02:03');
});

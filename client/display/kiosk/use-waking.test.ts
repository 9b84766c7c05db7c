import { expect, test } from 'vitest';
import { hasSlept } from './use-waking.ts';

const since = { monotonicMs: 5_000, wallMs: 1_795_000_000_000 };
const later = (monotonicMs: number, wallMs: number) => ({
  monotonicMs: since.monotonicMs + monotonicMs,
  wallMs: since.wallMs + wallMs,
});

test('a screen that was dark for a moment has not slept', () => {
  expect(hasSlept(since, later(0, 0))).toBe(false);
  expect(hasSlept(since, later(10_000, 10_000))).toBe(false);
});

test('a screen that was dark for longer has slept, by whichever clock went on', () => {
  expect(hasSlept(since, later(10_001, 10_001))).toBe(true);
  expect(hasSlept(since, later(20, 1_800_000))).toBe(true);
  expect(hasSlept(since, later(60_000, -3_600_000))).toBe(true);
});

import { expect, test } from 'vitest';
import { median } from '../run/statistics.ts';
import { gainOf, judge } from './verdict.ts';

const samples = (values: readonly number[]) => values.map((value) => ({ nodes: value }));
const level = Array.from({ length: 16 }, () => 400);

test('a constant value does not grow, and neither does one that is measured a little higher now and then', () => {
  expect(judge('nodes', samples(level), 0, 'median').grows).toBe(false);
  const uneven = level.map((value, at) => value + (at % 4) * 3);
  expect(judge('nodes', samples(uneven), 0.05, 'median').grows).toBe(false);
});

test('one node more at each measurement is growth where none is allowed', () => {
  const { first, last, grows } = judge('nodes', samples(level.map((value, at) => value + at)), 0, 'median');
  expect([first, last, grows]).toEqual([401.5, 413.5, true]);
});

test('a heap that grows by more than its share is growth, by less it is not', () => {
  const grown = (share: number) => samples(level.map((value, at) => value * (1 + (share * at) / 15)));
  expect(judge('nodes', grown(0.1), 0.05, 'median').grows).toBe(true);
  expect(judge('nodes', grown(0.04), 0.05, 'median').grows).toBe(false);
});

test('a value that shrinks does not grow', () => {
  expect(judge('nodes', samples(level.map((value, at) => value - at)), 0, 'median').grows).toBe(false);
});

test('what could not be measured is not called good', () => {
  expect(judge('listeners', samples(level), 0, 'median').grows).toBe(true);
});

test('a count that is higher at some measurements only is no growth, one that stays higher is', () => {
  const now = level.map((value, at) => value + (at === 4 || at > 13 ? 25 : 0));
  expect(judge('nodes', samples(now), 0, 'least').grows).toBe(false);
  expect(judge('nodes', samples(level.map((value, at) => value + at)), 0, 'least').grows).toBe(true);
});

test('medians and lines are what they are elsewhere', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, Number.NaN]);
  expect(gainOf([1, 2, 3, 4])).toBeCloseTo(3);
});

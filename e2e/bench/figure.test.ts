import { expect, test } from 'vitest';
import { type Figure, fails, hasRegressed, tableOf } from './figure.ts';

const figure = (value: number, better: 'lower' | 'higher'): Figure => ({
  name: 'a',
  seen: '1 ms',
  goal: '2 ms',
  holds: true,
  floor: '',
  baseline: '',
  ratio: { value, better },
});

test.each([
  ['lower', 1.2, false],
  ['lower', 1.21, true],
  ['lower', 0.5, false],
  ['higher', 0.8, false],
  ['higher', 0.79, true],
  ['higher', 2, false],
] as const)('of a ratio that was 1 and is better %s, %d has regressed: %s', (better, value, expected) => {
  expect(hasRegressed(figure(value, better), { a: 1 })).toBe(expected);
});

test('a figure that is new, or has no ratio, has not regressed', () => {
  expect(hasRegressed(figure(9, 'lower'), {})).toBe(false);
  expect(hasRegressed({ ...figure(9, 'lower'), ratio: null }, { a: 1 })).toBe(false);
});

test('a run fails for a regressed ratio, and for a missed goal where no ratio is compared', () => {
  const missed = { ...figure(1, 'lower'), holds: false };
  expect(fails(missed, { a: 1 })).toBe(false);
  expect(fails({ ...missed, ratio: null }, { a: 1 })).toBe(true);
  expect(fails(figure(2, 'lower'), { a: 1 })).toBe(true);
});

test('the table says what is missed and what has regressed', () => {
  const table = tableOf([{ ...figure(2, 'lower'), holds: false }], { a: 1 });
  expect(table).toContain('| a | 2 ms | 1 ms (missed) (REGRESSED) |  |  | 2.00 |');
});

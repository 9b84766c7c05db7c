import { expect, test } from 'vitest';
import type { Break } from './break.ts';
import { choose } from './choose.ts';

const unit = (name: string, guard: Break['guards'][number]): Break => ({
  name,
  guards: [guard],
  file: 'a.ts',
  find: 'a',
  replace: 'b',
  red: { suite: 'unit', files: ['a.test.ts'] },
});
const breaks: Break[] = [
  unit('A first', 'P1'),
  { ...unit('A second', 'P2'), red: { suite: 'chaos' } },
  unit('A third', 'P10'),
];
const numbers = (only: string[], suite?: string) =>
  choose(breaks, { only, suite }).map(({ number }) => number);

test('breaks are chosen by number, by a part of the name, by what they guard, and by suite', () => {
  expect(numbers([])).toEqual([1, 2, 3]);
  expect(numbers(['2'])).toEqual([2]);
  expect(numbers(['2-3'])).toEqual([2, 3]);
  expect(numbers(['SECOND', '1'])).toEqual([1, 2]);
  expect(numbers(['P10'])).toEqual([3]);
  expect(numbers([], 'unit')).toEqual([1, 3]);
});

test('an unknown break or suite throws', () => {
  expect(() => numbers(['fourth'])).toThrow('no such break');
  expect(() => numbers([], 'all')).toThrow('it takes unit, browser, chaos, siege, lint');
});

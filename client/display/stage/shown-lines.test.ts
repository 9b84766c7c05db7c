import { expect, test } from 'vitest';
import type { Line } from '../../../server/contract/payments.ts';
import { shownLines } from './shown-lines.ts';

const linesOf = (count: number): Line[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `Coffee ${index + 1}`,
    quantity: 1,
    amount: { value: 4_000, currency: 'NOK' },
  }));

test('what was taken off takes a row of its own', () => {
  const lines = linesOf(5).map((line) => ({ ...line, discount: line.amount }));
  expect(shownLines(lines.slice(0, 3))).toEqual({ lines: lines.slice(0, 3), more: 0 });
  expect(shownLines(lines)).toEqual({ lines: lines.slice(0, 2), more: 3 });
});

test.each([
  [1, 1, 0],
  [6, 6, 0],
  [7, 5, 2],
  [100, 5, 95],
])('of %i lines %i are shown, and %i more are told of', (count, shown, more) => {
  const lines = linesOf(count);
  expect(shownLines(lines)).toEqual({ lines: lines.slice(0, shown), more });
});

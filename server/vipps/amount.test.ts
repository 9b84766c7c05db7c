import { expect, test } from 'vitest';
import { minor } from './amount.ts';

test.each([
  [0, 0],
  [24_900, 24_900],
  ['0', 0],
  ['24900', 24_900],
  ['999999999999999', 999_999_999_999_999],
])('[P9] %j is an amount', (written, amount) => {
  expect(minor.parse(written)).toBe(amount);
});

test.each([
  [-1],
  [0.5],
  [Number.NaN],
  ['-1'],
  ['0.5'],
  ['1e3'],
  ['1 000'],
  [' 1'],
  ['1 '],
  ['1000000000000000'],
  [''],
  [null],
  [true],
  [undefined],
])('[P9] %j is none', (written) => {
  expect(minor.safeParse(written).success).toBe(false);
});

import { expect, test } from 'vitest';
import type { Line } from '../../../server/contract/payments.ts';
import { taxesOf, taxIn } from './tax.ts';

const line = (name: string, value: number, taxPercentage?: number): Line => ({
  name,
  quantity: 1,
  amount: { value, currency: 'NOK' },
  ...(taxPercentage === undefined ? {} : { taxPercentage }),
});

test.each([
  [12_500, 25, 2_500],
  [24_900, 25, 4_980],
  [11_500, 15, 1_500],
  [12_550, 25.5, 2_550],
  [100, 0, 0],
  [1, 25, 0],
  [-12_550, 25.5, -2_550],
  [-2, 25, -0],
  [3, 20, 1],
  [-3, 20, -1],
])('[P9] of %i there is tax of %d %%: %i', (amountMinor, percentage, taxMinor) => {
  expect(taxIn(amountMinor, percentage)).toBe(taxMinor);
});

test('tax is summed by percentage before it is rounded, and a line without one has none', () => {
  const lines = [line('Bun', 333, 15), line('Bag', 500), line('Cup', 12_500, 25), line('Bun', 333, 15)];
  expect(taxesOf(lines)).toEqual([
    { percentage: 25, taxMinor: 2_500 },
    { percentage: 15, taxMinor: 87 },
  ]);
});

import { expect, test } from 'vitest';
import { median, quantile, worst } from './statistics.ts';

test('a quantile is a value that was seen', () => {
  const values = [5, 1, 4, 2, 3];
  expect([quantile(values, 0), median(values), quantile(values, 0.99), worst(values)]).toEqual([1, 3, 5, 5]);
  expect(median([])).toBeNaN();
});

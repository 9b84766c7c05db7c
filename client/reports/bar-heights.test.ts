import { expect, test } from 'vitest';
import { barHeights, everyNth } from './bar-heights.ts';

const row = (salesAmount: number, refundsAmount = 0) => {
  return { sales: 0, salesAmount, refundsAmount, netAmount: salesAmount - refundsAmount };
};

test('the highest bar fills the picture, and the others are in proportion', () => {
  const { bars, line } = barHeights([row(200), row(50), row(0)]);
  expect(bars.map(({ sold }) => sold)).toEqual([100, 25, 0]);
  expect(line).toBe(100);
});

test('what was refunded lies below the line, in the same proportion', () => {
  const { bars, line } = barHeights([row(300), row(0, 100)]);
  expect(bars).toEqual([
    { sold: 75, refunded: 0 },
    { sold: 0, refunded: 25 },
  ]);
  expect(line).toBe(75);
});

test('nothing has no bars', () => {
  expect(barHeights([row(0)])).toEqual({ bars: [{ sold: 0, refunded: 0 }], line: 100 });
});

test('names are written as often as there is room', () => {
  expect([everyNth(7, 12), everyNth(24, 12), everyNth(31, 12), everyNth(0, 12)]).toEqual([1, 2, 3, 1]);
});

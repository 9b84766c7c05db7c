import { expect, test } from 'vitest';
import { till } from '../testing/till.ts';
import { findTill, perChange, type Tills, tillsOf } from './tills.ts';

const bar = { ...till, id: 'bar', shop: 'north' };

test('a till that was retired sells no more, and stays its shop’s', () => {
  const tills = tillsOf([till], [{ id: 'bar', shop: 'north' }]);
  expect(tills.find('bar')).toBeUndefined();
  expect(() => findTill('bar', tills)).toThrow('There is no till bar.');
  expect(findTill(till.id, tills)).toBe(till);
  expect(['bar', till.id, 'other'].map(tills.shopOf)).toEqual(['north', till.shop, null]);
});

test('what is made of the tills is made anew when they have changed, and only then', () => {
  let now: Tills = tillsOf([till]);
  const made: number[] = [];
  const count = perChange({ list: () => now.list() }, (sell) => made.push(sell.length));
  expect([count(), count()]).toEqual([1, 1]);
  now = tillsOf([till, bar]);
  expect([count(), count()]).toEqual([2, 2]);
  expect(made).toEqual([1, 2]);
});

import { expect, test } from 'vitest';
import { distance } from './edit-distance.ts';

test.each([
  ['', '', 0],
  ['PORT', 'PORT', 0],
  ['PROT', 'PORT', 1],
  ['POR', 'PORT', 1],
  ['PPORT', 'PORT', 1],
  ['PART', 'PORT', 1],
  ['HOST', 'PORT', 2],
  ['ABCD', 'BADC', 2],
  ['', 'ABC', 3],
  ['KITTEN', 'SITTING', 3],
  ['amount', 'amount', 0],
  ['amout', 'amount', 1],
  ['amuont', 'amount', 1],
  ['referance', 'reference', 1],
  ['lines', '', 5],
  ['kitten', 'sitting', 3],
])('%s and %s are %i slips apart, whichever comes first', (one, other, slips) => {
  expect([distance(one, other), distance(other, one)]).toEqual([slips, slips]);
});

// How many slips apart two names are, and which is meant.
import { expect, test } from 'vitest';
import { distance, nearest } from './nearest.ts';

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
])('%s and %s are %i slips apart, whichever comes first', (one, other, slips) => {
  expect([distance(one, other), distance(other, one)]).toEqual([slips, slips]);
});

test.each([
  ['VIPPS_MNS', 'VIPPS_MSN'],
  ['MSN', 'VIPPS_MSN'],
  ['VIPPSMOBILEPAY_MSN', 'VIPPS_MSN'],
  ['Client-Id', 'VIPPS_CLIENT_ID'],
  ['VIPPS_ID', 'VIPPS_CLIENT_ID'],
  ['VIPPS_ID_CLIENT', null],
  ['ID', null],
  ['MAN', null],
  ['', null],
])('by %j is meant %s', (written, meant) => {
  expect(nearest(written, ['VIPPS_CLIENT_ID', 'VIPPS_MSN', 'PORT'])).toBe(meant);
});

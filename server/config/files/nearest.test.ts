// Which name is meant.
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

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

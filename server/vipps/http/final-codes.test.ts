import { expect, test } from 'vitest';
import { VippsRejected } from './errors.ts';
import { isFinalNo } from './final-codes.ts';

const said = (status: number, code: string | null) =>
  new VippsRejected('no', { method: 'POST', path: '/', requestId: 'r', status, code });

test.each([
  [400, '61'],
  [400, '6090'],
  [400, 'charge-capture-failed'],
  [409, '31'],
])('[P2] %i with the code %s is Vipps\u2019 own no, for good', (status, code) => {
  expect(isFinalNo(said(status, code))).toBe(true);
});

test.each([
  ['a page of a gateway', 404, null],
  ['a conflict without a code', 409, null],
  ['a conflict with the same request', 409, 'conflict'],
  ['a repeat that is not identical, of a first try that nobody knows', 409, '4150'],
  ['an order that other keys cannot see', 404, '35'],
  ['a code that nobody knows', 400, '12345'],
  ['a failure that passes', 400, '6280'],
  ['keys that do not work today, whatever it is called', 403, '31'],
  ['a token that is over', 401, '31'],
])('[P2] %s says only to come back', (_, status, code) => {
  expect(isFinalNo(said(status, code))).toBe(false);
});

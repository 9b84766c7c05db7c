import { expect, test } from 'vitest';
import { readExpiry, readOverlapMs, readScopes } from './key-options.ts';

test('an overlap is minutes, hours or days, at most 90 of them', () => {
  const given = [undefined, '0', '30m', '24h', '90d', '2160h'];
  expect(given.map((one) => readOverlapMs(one))).toEqual([
    86_400_000, 0, 1_800_000, 86_400_000, 7_776_000_000, 7_776_000_000,
  ]);
  for (const wrong of ['', '24', '91d', '2161h', '-1h', '1.5h', '1y', 'h', '1h ', '99999h']) {
    expect(() => readOverlapMs(wrong)).toThrow(`--overlap is ${wrong};`);
  }
});

test('an expiry is a day, which begins as in UTC, or a time, and lies ahead', () => {
  expect(readExpiry(undefined, 0)).toBeUndefined();
  expect(readExpiry('2027-01-01', 0)).toBe(Date.UTC(2027, 0, 1));
  expect(readExpiry('2027-01-01T03:00:00+02:00', 0)).toBe(Date.UTC(2027, 0, 1, 1));
  expect(() => readExpiry('2027-01-01', Date.UTC(2027, 0, 1))).toThrow('has passed');
  for (const wrong of ['2027-13-01', '2027-02-29', '01.01.2027', '2027', '2027-01-01T03:00']) {
    expect(() => readExpiry(wrong, 0)).toThrow(`--expires is ${wrong};`);
  }
});

test('scopes are those that there are, each once, and without any it is what a POS needs', () => {
  expect(readScopes(undefined)).toEqual(['sell', 'refund', 'read']);
  expect(readScopes('manage, sell,sell')).toEqual(['sell', 'manage']);
  for (const wrong of ['', 'all', 'sell,', 'Sell']) {
    expect(() => readScopes(wrong)).toThrow(`--scope is ${wrong};`);
  }
});

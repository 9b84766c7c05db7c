import { expect, test } from 'vitest';
import { maxAmountMinor, minAmountMinor } from '../../../server/contract/payments.ts';
import {
  afterKey,
  decimalsLeft,
  keyedFrom,
  maxMinor,
  minMinor,
  minorOf,
  nothingKeyed,
  type PadKey,
  padKeys,
} from './keypad.ts';

const keyed = (...keys: PadKey[]) => keys.reduce(afterKey, nothingKeyed);
const typed = (...keys: PadKey[]) => minorOf(keyed(...keys));
const many = (keys: string) =>
  [...keys].map((key) => (key === ',' ? 'comma' : padKeys.find((one) => one === key)) ?? 'delete');

test('[P9] digits are minor units, typed from the right', () => {
  expect(typed('2', '4', '9', '00')).toBe(24_900);
  expect(typed('0', '00', '5')).toBe(5);
  expect(typed('2', '4', '9', 'delete')).toBe(24);
  expect(typed('2', 'delete', 'delete')).toBe(0);
});

test.each([
  ['149,', 14_900, 2],
  ['149,5', 14_950, 1],
  ['149,50', 14_950, 0],
  ['149,05', 14_905, 0],
  ['0,5', 50, 1],
  [',50', 50, 0],
  [',', 0, 2],
  ['149', 149, 0],
] as const)('[P9] "%s" is %i minor units: what stands before a comma is whole', (keys, minor, left) => {
  expect(typed(...many(keys))).toBe(minor);
  expect(decimalsLeft(keyed(...many(keys)))).toBe(left);
});

test('[P9] two zeros after a comma are its decimals', () => {
  expect(typed('1', '4', '9', 'comma', '00')).toBe(14_900);
  expect(keyed('1', 'comma', '5', '00')).toEqual({ typed: '1,5', refused: 'too_precise' });
});

test('deleting takes back one key after the other, the comma too', () => {
  const amounts = [0, 1, 2, 3, 4, 5, 6].map((times) =>
    typed(...many('149,50'), ...Array.from({ length: times }, () => 'delete' as const)),
  );
  expect(amounts).toEqual([14_950, 14_950, 14_900, 149, 14, 1, 0]);
});

test.each(['149,505', '149,5,', '1,249,50', ',,'])(
  '[P9] "%s" is refused at the key that fits no amount',
  (keys) => {
    expect(keyed(...many(keys)).refused).toBe('too_precise');
  },
);

test('[P9] a key that would take the amount over the maximum is refused whole', () => {
  expect(minorOf(afterKey(keyedFrom(6_500_000), '0'))).toBe(maxMinor);
  for (const [minor, key] of [
    [6_500_000, '1'],
    [650_001, '00'],
    [650_001, 'comma'],
  ] as const) {
    expect(afterKey(keyedFrom(minor), key)).toEqual({ typed: String(minor), refused: 'too_much' });
  }
});

test('[P9] after a refused key no other key counts until one is deleted', () => {
  const refused = keyed(...many('6500000'), '00');
  expect(refused.refused).toBe('too_much');
  expect(afterKey(refused, '0')).toBe(refused);
  expect(afterKey(refused, 'delete')).toEqual({ typed: '650000', refused: null });
});

test('the limits are those of the contract', () => {
  expect([minMinor, maxMinor]).toEqual([minAmountMinor, maxAmountMinor]);
});

/** Keys as they are printed: `*` is ×. */
const line = (keys: string) =>
  [...keys].map((key): PadKey => {
    const named = { ',': 'comma', '+': 'plus', '*': 'times', '<': 'delete' } as const;
    return named[key as keyof typeof named] ?? padKeys.find((one) => one === key) ?? 'delete';
  });

test.each([
  // As written, for the first number is: it has a comma, or is too small to be an amount.
  ['45,50+30', 7_550],
  ['2*30', 6_000],
  ['12+3', 1_500],
  ['2*4,50+3*10', 3_900],
  ['1,5*30', 4_500],
  ['30*1,5', 4_500],
  // From the right, as the first number was shown.
  ['4550+3000', 7_550],
  ['4550*3', 13_650],
  ['4550+2*3000', 10_550],
  ['4550+30,5', 7_600],
  ['4550*3*2', 27_300],
  // What is left of a line is worth what its numbers are.
  ['45,50+', 4_550],
  ['45,50+30<<<', 4_550],
  ['12+<', 12],
] as const)('[P9] "%s" comes to %i minor units', (keys, minor) => {
  expect(minorOf(keyed(...line(keys)))).toBe(minor);
});

test('[P9] an operator never changes an amount that is shown and could be charged', () => {
  for (const shown of [100, 4_550, 24_900, 650_000]) {
    for (const key of ['plus', 'times'] as const) {
      expect(minorOf(afterKey(keyedFrom(shown), key))).toBe(shown);
    }
  }
});

test('an operator takes the place of another, and does nothing before a number', () => {
  expect(keyed(...line('+*')).typed).toBe('');
  expect(keyed(...line('2+*')).typed).toBe('2*');
});

test('[P9] a calculation is refused at the key that takes it over the maximum, or that fits no number', () => {
  expect(keyed(...line('99*9999')).refused).toBe('too_much');
  expect(keyed(...line('1,5+2,505')).refused).toBe('too_precise');
});

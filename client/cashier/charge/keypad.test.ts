import { expect, test } from 'vitest';
import { maxAmountMinor, minAmountMinor } from '../../../server/contract/payments.ts';
import {
  afterKey,
  decimalsLeft,
  type KeyStroke,
  keyedFrom,
  maxMinor,
  meaningOf,
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

const stroke = (given: Partial<KeyStroke>): KeyStroke => ({
  key: '5',
  repeat: false,
  modified: false,
  focus: 'page',
  ...given,
});

test('the keyboard types the amount, charges, cancels and finds', () => {
  expect(meaningOf(stroke({ key: '5' }))).toEqual({ type: 'pad', key: '5' });
  expect(meaningOf(stroke({ key: 'Backspace' }))).toEqual({ type: 'pad', key: 'delete' });
  for (const key of [',', '.']) expect(meaningOf(stroke({ key }))).toEqual({ type: 'pad', key: 'comma' });
  expect(meaningOf(stroke({ key: 'Enter' }))).toEqual({ type: 'charge' });
  expect(meaningOf(stroke({ key: 'Escape' }))).toEqual({ type: 'escape' });
  expect(meaningOf(stroke({ key: '/', focus: 'control' }))).toEqual({ type: 'find' });
});

test('keys typed in the text go to the text', () => {
  for (const key of ['5', ',', 'Backspace', 'Enter', '/']) {
    expect(meaningOf(stroke({ key, focus: 'text' }))).toBeNull();
  }
});

test('Enter on a button presses that button and charges nothing', () => {
  expect(meaningOf(stroke({ key: 'Enter', focus: 'control' }))).toBeNull();
});

test('[P4] Enter held down charges once', () => {
  expect(meaningOf(stroke({ key: 'Enter', repeat: true }))).toBeNull();
});

test("the browser's own shortcuts and other keys are left alone", () => {
  expect(meaningOf(stroke({ key: '0', modified: true }))).toBeNull();
  for (const key of ['a', 'F5', 'Tab', ' ']) expect(meaningOf(stroke({ key }))).toBeNull();
});

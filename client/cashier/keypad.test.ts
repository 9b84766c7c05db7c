import { expect, test } from 'vitest';
import { maxAmountMinor, minAmountMinor } from '../../server/contract.ts';
import { afterKey, type KeyStroke, maxMinor, meaningOf, minMinor, type PadKey } from './keypad.ts';

const typed = (...keys: PadKey[]) => keys.reduce<number>((minor, key) => afterKey(minor, key) ?? minor, 0);

test('[P9] digits are minor units, typed from the right', () => {
  expect(typed('2', '4', '9', '00')).toBe(24_900);
  expect(typed('0', '00', '5')).toBe(5);
  expect(typed('2', '4', '9', 'delete')).toBe(24);
  expect(typed('2', 'delete', 'delete')).toBe(0);
});

test('[P9] a key that would take the amount over the maximum is refused whole', () => {
  expect(afterKey(6_500_000, '0')).toBe(maxMinor);
  expect(afterKey(6_500_000, '1')).toBeNull();
  expect(afterKey(650_001, '00')).toBeNull();
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
  expect(meaningOf(stroke({ key: 'Enter' }))).toEqual({ type: 'charge' });
  expect(meaningOf(stroke({ key: 'Escape' }))).toEqual({ type: 'escape' });
  expect(meaningOf(stroke({ key: '/', focus: 'control' }))).toEqual({ type: 'find' });
});

test('keys typed in the text go to the text', () => {
  for (const key of ['5', 'Backspace', 'Enter', '/']) {
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
  for (const key of [',', '.', 'a', 'F5', 'Tab', ' ']) expect(meaningOf(stroke({ key }))).toBeNull();
});

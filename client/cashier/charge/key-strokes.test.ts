import { expect, test } from 'vitest';
import { type KeyStroke, meaningOf } from './key-strokes.ts';

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
  expect(meaningOf(stroke({ key: '+' }))).toEqual({ type: 'pad', key: 'plus' });
  for (const key of ['*', '×']) expect(meaningOf(stroke({ key }))).toEqual({ type: 'pad', key: 'times' });
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

import { expect, test } from 'vitest';
import { chosenAmount } from './amount-choice.ts';

test.each([
  ['249,00', { amountMinor: 24_900 }],
  ['12.5', { amountMinor: 1_250 }],
  ['0,01', { amountMinor: 1 }],
  ['249,01', { fault: 'too_much' }],
  ['0', { fault: 'nonsense' }],
  ['', { fault: 'nonsense' }],
  ['-5', { fault: 'nonsense' }],
  ['all', { fault: 'nonsense' }],
])('[P9] of 249,00 that are left, "%s" is %o', (typed, choice) => {
  expect(chosenAmount(typed, 24_900)).toEqual(choice);
});

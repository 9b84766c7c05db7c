import { expect, test } from 'vitest';
import { moneyParts, moneyText, parseMinor, typedFromMinor } from './money.ts';

const plain = (text: string) => text.replace(/\s/g, ' ');

test('[P9] minor units are written as the locale does', () => {
  expect(plain(moneyText({ value: 124_900, currency: 'NOK' }, 'nb-NO'))).toBe('1 249,00 kr');
  expect(plain(moneyText({ value: 124_900, currency: 'DKK' }, 'da-DK'))).toBe('1.249,00 kr.');
  expect(plain(moneyText({ value: 124_900, currency: 'EUR' }, 'fi-FI'))).toBe('1 249,00 €');
  expect(plain(moneyText({ value: 5, currency: 'EUR' }, 'en-IE'))).toBe('€0.05');
});

test('[P9] the largest amount keeps every digit', () => {
  expect(plain(moneyText({ value: 65_000_000, currency: 'NOK' }, 'nb-NO'))).toBe('650 000,00 kr');
  expect(plain(moneyText({ value: Number.MAX_SAFE_INTEGER, currency: 'NOK' }, 'nb-NO'))).toBe(
    '90 071 992 547 409,91 kr',
  );
});

test('[P9] a fraction of a minor unit is no amount', () => {
  expect(() => moneyText({ value: 12.5, currency: 'NOK' }, 'nb-NO')).toThrow(RangeError);
});

test('what is negative has a minus, at which no line breaks', () => {
  expect(plain(moneyText({ value: -2_000, currency: 'NOK' }, 'nb-NO'))).toBe('\u221220,00 kr');
  expect(plain(moneyText({ value: -5, currency: 'EUR' }, 'en-IE'))).toBe('\u2212€0.05');
});

test('the pieces of an amount tell the currency from the number', () => {
  const parts = moneyParts({ value: 24_900, currency: 'NOK' }, 'nb-NO');
  const currency = parts.filter((part) => part.isCurrency).map((part) => part.text);
  expect(currency.join('').trim()).toBe('kr');
});

test.each([
  ['12,50', 1250],
  ['12.50', 1250],
  ['12,5', 1250],
  ['12', 1200],
  ['12,', 1200],
  [' 1 200,00 ', 120_000],
  ['1\u00a0200', 120_000],
  ['0,07', 7],
  ['1,15', 115],
  ['4,35', 435],
  ['650000', 65_000_000],
])('[P9] "%s" typed is %d minor units', (typed, minor) => {
  expect(parseMinor(typed)).toBe(minor);
});

test.each(['', ',', ',50', '12,505', '1.200,00', '-5', '12kr', '1e3', '0x10', '٣', '9999999999'])(
  '"%s" is not taken for an amount',
  (typed) => {
    expect(parseMinor(typed)).toBeNull();
  },
);

test('[P9] an amount that is offered for editing is parsed back to the same amount', () => {
  for (const minor of [1, 10, 99, 100, 105, 12_050, 65_000_000]) {
    for (const locale of ['nb-NO', 'en-GB', 'fi-FI']) {
      expect(parseMinor(typedFromMinor(minor, locale))).toBe(minor);
    }
  }
});

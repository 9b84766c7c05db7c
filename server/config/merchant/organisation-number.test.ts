// Organisation numbers of four countries. Those here are public ones, of authorities and large companies.
import { describe, expect, test } from 'vitest';
import { type Country, countryOf, organisationNumber } from './organisation-number.ts';

describe('a number is taken, and written as its country does', () => {
  test.each<[Country, string, string, string]>([
    ['NO', '974760673', '974 760 673', 'Org.nr. 974 760 673'],
    ['NO', '974 760 673', '974 760 673', 'Org.nr. 974 760 673'],
    ['NO', 'no 974 760 673 mva', '974 760 673 MVA', 'Org.nr. 974 760 673 MVA'],
    ['DK', '10150817', '10150817', 'CVR-nr. 10150817'],
    ['DK', 'DK 10 15 08 17', '10150817', 'CVR-nr. 10150817'],
    ['FI', '0112038-9', '0112038-9', 'Y-tunnus 0112038-9'],
    ['FI', '01120389', '0112038-9', 'Y-tunnus 0112038-9'],
    ['SE', '5560360793', '556036-0793', 'Org.nr 556036-0793'],
    ['SE', '556036-0793', '556036-0793', 'Org.nr 556036-0793'],
  ])('%s %s', (country, text, plain, printed) => {
    expect(organisationNumber(text, country)).toEqual({ plain, printed });
    expect(organisationNumber(plain, country)).toEqual({ plain, printed });
    expect(countryOf(plain)).toBe(country);
  });
});

describe('a number with one digit changed is told, wherever it is', () => {
  test.each<[Country, string]>([
    ['NO', '974760673'],
    ['DK', '10150817'],
    ['FI', '01120389'],
    ['SE', '5560360793'],
  ])('%s %s', (country, digits) => {
    for (let at = 0; at < digits.length; at++) {
      const other = (Number(digits[at]) + 1) % 10;
      const changed = digits.slice(0, at) + other + digits.slice(at + 1);
      expect(organisationNumber(changed, country), changed).toHaveProperty('wrong');
    }
  });
});

test.each<[Country, string]>([
  ['NO', '97476067'],
  ['NO', '9747606731'],
  ['NO', '974760673 VAT'],
  ['DK', '974760673'],
  ['FI', '10150817-'],
  ['SE', '55603-60793'],
  ['SE', ''],
])('%s has no number like %j, and says which it has', (country, text) => {
  expect(organisationNumber(text, country)).toEqual({ wrong: expect.stringMatching(/^it accepts a /) });
});

test('a number for which the check digit would be 10 is given out to nobody', () => {
  for (let digit = 0; digit < 10; digit++) {
    expect(organisationNumber(`97476069${digit}`, 'NO')).toHaveProperty('wrong');
  }
});

test.each(['', '123', 'abc', '1234567-89'])('%j is of no country', (text) => {
  expect(countryOf(text)).toBeNull();
});

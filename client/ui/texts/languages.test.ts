import { expect, test } from 'vitest';
import { moneyText } from '../base/money.ts';
import { languageNames, languageOf, languages, localeFor, preferredLanguage } from './languages.ts';

const plain = (text: string) => text.replace(/\s/g, ' ');

test.each([
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['da-DK', 'da'],
  ['sv-FI', 'sv'],
  ['fi', 'fi'],
  ['FI-fi', 'fi'],
  ['en-NO', 'en'],
  ['de-DE', 'en'],
  ['', 'en'],
])('a till with the locale %j speaks %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test.each([
  [['de-DE', 'nn-NO', 'en'], 'nb'],
  [['da', 'en-US'], 'da'],
  [['en-GB', 'fi-FI'], 'en'],
  [['de', 'fr'], 'en'],
  [[], 'en'],
])('a browser that prefers %j is spoken to in %s', (locales, language) => {
  expect(preferredLanguage(locales)).toBe(language);
});

test('each language calls itself by its own name', () => {
  expect(languages.map((language) => languageNames[language])).toEqual([
    'Norsk',
    'Dansk',
    'Svenska',
    'Suomi',
    'English',
  ]);
});

test.each([
  ['nb', 'nb-NO', 'nb-NO'],
  ['nb', 'no-NO', 'no-NO'],
  ['en', 'de-DE', 'de-DE'],
  ['fi', 'nb-NO', 'fi-NO'],
  ['en', 'da-DK', 'en-DK'],
  ['sv', 'fi', 'sv'],
  ['da', 'nb-Latn-NO', 'da-NO'],
] as const)('%s at a till with the locale %s writes as %s', (language, tillLocale, locale) => {
  expect(localeFor(language, tillLocale)).toBe(locale);
});

test.each([
  ['nb-NO', 'NOK', ['1 249,50 kr', '1.249,50 kr.', '1 249,50 kr', '1 249,50 NOK', '1 249,50 kr']],
  ['da-DK', 'DKK', ['1 249,50 kr', '1.249,50 kr.', '1 249,50 kr', '1 249,50 DKK', '1.249,50 kr']],
  ['fi-FI', 'EUR', ['1 249,50 €', '1.249,50 €', '1 249,50 €', '1 249,50 €', '€1,249.50']],
  ['sv-SE', 'SEK', ['1 249,50 kr', '1.249,50 kr.', '1 249,50 kr', '1 249,50 SEK', '1 249,50 kr']],
] as const)(
  '[P9] at a till with the locale %s each language writes %s its own way',
  (tillLocale, currency, written) => {
    const amounts = languages.map((language) =>
      moneyText({ value: 124_950, currency }, localeFor(language, tillLocale)),
    );
    expect(amounts.map(plain)).toEqual(written);
  },
);

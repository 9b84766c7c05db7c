import express from 'express';
import { expect, test } from 'vitest';
import { homeTextsFor } from './home-texts.ts';

/** As a request with this header is answered. */
function langFor(header?: string): string {
  const headers = header === undefined ? {} : { 'accept-language': header };
  return homeTextsFor(Object.assign(Object.create(express.request), { headers })).lang;
}

test.each([
  ['nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
  ['nn', 'nb'],
  ['no-NO', 'nb'],
  ['de-DE,da;q=0.7,en;q=0.3', 'da'],
  ['fi', 'fi'],
  ['sv-FI, fi;q=0.9', 'sv'],
  ['de', 'en'],
  ['*', 'en'],
  ['en-US,en;q=0.9,nb;q=0.8', 'en'],
])('a browser that asks for "%s" reads %s', (header, lang) => {
  expect(langFor(header)).toBe(lang);
});

test('who asks for nothing reads English', () => {
  expect(langFor()).toBe('en');
});

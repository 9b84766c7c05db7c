import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '../ui/texts/languages.ts';
import { partsOf } from './linked.ts';
import { homeTexts } from './texts.ts';

describe.each(languages)('in %s', async (language) => {
  const { home, notFound } = await homeTexts[language]();

  test('each text with a link has it in brackets, once', () => {
    for (const sentence of [home.demo, home.next.staff, notFound.text]) {
      expect(partsOf(sentence).link, sentence).not.toBe('');
      expect(sentence.match(/[[\]]/g), sentence).toEqual(['[', ']']);
    }
  });

  test('a manager is told how the tablet gets an address while there is none', () => {
    expect(home.next.noTablet).toMatch(/HOST .* PUBLIC_URL.* \/display/);
    expect(home.next.noTablet).not.toContain('http:');
  });
});

test('the start page has the colours and the font of all pages', () => {
  const css = readFileSync(new URL('home.css', import.meta.url), 'utf8');
  expect(css).toContain('var(--');
  expect(css).not.toMatch(/font-family|font:|#[0-9a-f]{3}/);
});

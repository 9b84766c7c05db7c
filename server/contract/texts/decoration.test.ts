// Texts that decide nothing are made to fit.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, foldText } from './decoration.ts';

const seed = 20261201;

test.each([
  ['Two\r\ncoffees', 'Two coffees'],
  ['Two\tcoffees\n', 'Two coffees'],
  ['a \u0000 b', 'a b'],
  ['a\u2028b\u2029c', 'a b c'],
  ['  two  spaces  ', 'two  spaces'],
  ['half \ud83d a character', 'half \ufffd a character'],
  ['\n\t', ''],
])('%j is folded into %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test.each([
  ['Kaffe', 5, 'Kaffe'],
  ['Kaffer', 5, 'Kaff…'],
  ['Kaf og te', 5, 'Kaf…'],
  // A family of four is one character of eleven units.
  ['ab👨‍👩‍👧‍👦', 12, 'ab…'],
  ['ab👨‍👩‍👧‍👦', 13, 'ab👨‍👩‍👧‍👦'],
  ['ab👨‍👩‍👧‍👦!', 13, 'ab…'],
  ['e\u0301e\u0301e\u0301', 5, 'e\u0301e\u0301…'],
  // One character of more units than there is room for.
  [`e${'\u0301'.repeat(20)}`, 5, `e${'\u0301'.repeat(3)}…`],
  ['👨‍👩‍👧‍👦', 5, '👨‍…'],
])('%j has room in %i units as %j', (text, most, fitted) => {
  expect(fitText(text, most)).toBe(fitted);
});

test(`whatever is written fits, is one line, and stays as it is when it fits already (seed ${seed})`, () => {
  const property = fc.property(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.integer({ min: 2, max: 100 }),
    (text, most) => {
      const fitted = fitText(text, most);
      expect(fitted.length).toBeLessThanOrEqual(most);
      expect(fitted).toMatch(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);
      expect(fitText(fitted, most)).toBe(fitted);
    },
  );
  fc.assert(property, { seed, numRuns: 500 });
});

test('a text of a quarter of a megabyte takes no longer than a moment', () => {
  const longest = 250_000;
  for (const text of [' '.repeat(longest), `a${' \n'.repeat(longest / 2)}b`, 'e\u0301'.repeat(longest / 2)]) {
    const before = performance.now();
    fitText(text, 100);
    expect(performance.now() - before).toBeLessThan(500);
  }
});

// The font that the pages load has all characters of their texts: a fallback font has letters of other widths.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sentencesIn } from '../../testing/all-texts.ts';
import { languages, localeFor } from '../texts/languages.ts';

/** A font's tables by their numbers in WOFF2 (https://www.w3.org/TR/WOFF2/); all others are only stepped over. */
const [cmapNumber, glyfNumber, locaNumber, otherName] = [0, 10, 11, 63];

/** The table of characters in a WOFF2 file. */
function characterTable(file: Buffer): Buffer {
  let at = 48;
  const variable = () => {
    for (let value = 0; ; ) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let begins = 0;
  let found: { begins: number; length: number } | null = null;
  for (let left = file.readUInt16BE(12); left > 0; left -= 1) {
    const flags = file.readUInt8(at++);
    const number = flags & 63;
    if (number === otherName) at += 4;
    let length = variable();
    const isOutline = number === glyfNumber || number === locaNumber;
    const isTransformed = isOutline ? flags >> 6 === 0 : flags >> 6 !== 0;
    if (isTransformed) length = variable();
    if (number === cmapNumber) found = { begins, length };
    begins += length;
  }
  if (found === null) throw new Error('there is no table of characters');
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return tables.subarray(found.begins, found.begins + found.length);
}

/** The characters of a font's first format 4 table. */
function charactersIn(file: Buffer): Set<number> {
  const table = characterTable(file);
  const offsets = Array.from({ length: table.readUInt16BE(2) }, (_, index) =>
    table.readUInt32BE(8 + 8 * index),
  );
  const part = offsets.map((offset) => table.subarray(offset)).find((one) => one.readUInt16BE(0) === 4);
  if (part === undefined) throw new Error('there is no table of characters of format 4');
  const doubled = part.readUInt16BE(6);
  const characters = new Set<number>();
  for (let segment = 14; segment < 14 + doubled; segment += 2) {
    const [last, first] = [part.readUInt16BE(segment), part.readUInt16BE(segment + doubled + 2)];
    for (let one = first; one <= last && one < 0xffff; one += 1) characters.add(one);
  }
  return characters;
}

const css = readFileSync(new URL('inter.css', import.meta.url), 'utf8');
const files = [...css.matchAll(/url\("(@fontsource[^"]+)"\)/g)].map(([, file]) =>
  readFileSync(new URL(import.meta.resolve(file ?? ''))),
);
const covered = new Set(files.flatMap((file) => [...charactersIn(file)]));
const missingIn = (text: string) => [...text].filter((one) => !covered.has(one.codePointAt(0) ?? 0));

test('the font has the letters of all languages, and lacks what it is known to lack', () => {
  expect(files).toHaveLength(2);
  expect(missingIn('Åse Ærlig Øyvind, påfyll: 1\u00a0249,50\u00a0kr – “ja” … €')).toEqual([]);
  expect(missingIn('\u2011\u202f\u2060')).toHaveLength(3);
});

test.each(languages)('no text has a character that the font lacks (%s)', async (language) => {
  const odd = [...(await sentencesIn(language))].filter(([, text]) => missingIn(text).length > 0);
  expect(odd).toEqual([]);
});

test.each(languages)('no amount and no time has a character that the font lacks (%s)', (language) => {
  const locale = localeFor(language, 'en-NO');
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
  expect(missingIn(moment.format(0))).toEqual([]);
  for (const currency of ['NOK', 'DKK', 'SEK', 'EUR']) {
    const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
    expect(missingIn(money.format(-1_234_567.5))).toEqual([]);
  }
});

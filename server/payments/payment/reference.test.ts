import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../simulator/control/fault-rules.ts';
import { attemptReference, mostAttempts, newReference } from './reference.ts';

/** Of the only shop there is. */
const ofTill = (till: string, random: (size: number) => Uint8Array) =>
  newReference({ shop: null, till }, random);
const zeros = (size: number) => new Uint8Array(size);

/** Bytes that are the same in every run. */
function seeded(seed: number) {
  const random = mulberry32(seed);
  return (size: number) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
}

describe('a reference', () => {
  test.each([
    ['1', 'till-1-0000000000000'],
    ['bar-2', 'till-bar-2-0000000000000'],
    ['Bar_2', 'till-bar-2-0000000000000'],
    ['007', 'till-7-0000000000000'],
    ['000', 'till-0000000000000'],
    ['0-0-1', 'till-1-0000000000000'],
    ['Kasse Æ', 'till-kasse-0000000000000'],
    ['Ærø kasse', 'till-r-kasse-0000000000000'],
    ['--a--', 'till-a-0000000000000'],
    ['?!', 'till-0000000000000'],
    ['', 'till-0000000000000'],
    ['x'.repeat(24), `till-${'x'.repeat(24)}-0000000000000`],
    ['x'.repeat(100), `till-${'x'.repeat(24)}-0000000000000`],
  ])('of till %j is readable: %s', (till, expected) => {
    expect(ofTill(till, zeros)).toBe(expected);
  });

  const tills = ['1', '007', '12345678', 'Kasse Æ', '?!', '', '-', 'x'.repeat(100), '日本', '\u0000', '١٢'];
  test.each(tills)('of till %j is one that every Vipps API takes', (till) => {
    const random = seeded(1);
    for (let count = 0; count < 200; count++) {
      const reference = ofTill(till, random);
      expect(reference).toMatch(/^[a-zA-Z0-9-]{8,50}$/);
      expect(reference).not.toMatch(/^\d+$/);
      expect(reference).not.toMatch(/^0|--|-$/);
    }
  });

  test('is not used twice in 100,000', () => {
    const random = seeded(42);
    const references = new Set(Array.from({ length: 100_000 }, () => ofTill('1', random)));
    expect(references.size).toBe(100_000);
  });

  test('takes 65 random bits, with every character as likely as any other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const tail = ofTill('1', (size) => new Uint8Array(size).fill(byte)).slice('till-1-'.length);
      expect(tail).toHaveLength(13);
      expect(new Set(tail).size).toBe(1);
      const letter = tail.slice(0, 1);
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    expect(new Set(counts.values())).toEqual(new Set([256 / 32]));
  });

  test('has no letters that sound or look like another', () => {
    const all = (size: number) => Uint8Array.from({ length: size }, (_, index) => index);
    const alphabet = [0, 13, 26].map((first) =>
      ofTill('', (size) => all(size).map((byte) => byte + first)).slice('till-'.length),
    );
    expect(alphabet.join('')).not.toMatch(/[ilou]/);
  });

  test('works with the randomness of node:crypto', () => {
    expect(ofTill('1', randomBytes)).toMatch(/^till-1-[0-9a-z]{13}$/);
  });
});

describe('a reference of one shop among several', () => {
  test.each([
    ['Oslo-S', '1', 'oslo-s-1-0000000000000'],
    ['007', '0-1', '7-1-0000000000000'],
    ['000', '1', 'till-1-0000000000000'],
    ['x'.repeat(24), 'y'.repeat(24), `${'x'.repeat(14)}-${'y'.repeat(17)}-0000000000000`],
  ])('begins with the shop %j and its till %j', (shop, till, expected) => {
    expect(newReference({ shop, till }, zeros)).toBe(expected);
  });

  test.each(['Oslo-S', '007', 'x'.repeat(24), '-', 'a-'])(
    'of %j fits every Vipps API, tried anew too',
    (shop) => {
      const reference = newReference({ shop, till: 'y'.repeat(24) }, seeded(1));
      const last = attemptReference(reference, mostAttempts);
      expect(last).toMatch(/^[a-zA-Z1-9][a-zA-Z0-9-]{7,49}$/);
      expect(last).not.toMatch(/--/);
      expect(last.endsWith(`-${mostAttempts}`)).toBe(true);
      expect(attemptReference(reference, 1)).toBe(reference);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { amountOf, lineOf, linesOf } from './setting-text.ts';

describe('a line', () => {
  test('has no spaces around it, and can be empty', () => {
    expect(lineOf('  Torggata Kaffe ', 60)).toBe('Torggata Kaffe');
    expect(lineOf('   ', 60)).toBe('');
  });

  test('is at most as long as the server takes it', () => {
    expect(lineOf('x'.repeat(60), 60)).toHaveLength(60);
    expect(lineOf('x'.repeat(61), 60)).toBeNull();
  });

  test('has only what can be seen', () => {
    for (const typed of ['a\tb', 'a\nb', 'a\u2028b', 'a\u0000b', 'a\ud800'])
      expect(lineOf(typed, 60)).toBeNull();
    expect(lineOf('Kafé 🍰', 60)).toBe('Kafé 🍰');
  });
});

describe('a text of lines', () => {
  test('is parted as it was typed, whatever the browser parts lines with', () => {
    expect(linesOf(' Open \r\n\r\nToday: buns  ')).toBe('Open\n\nToday: buns');
    expect(linesOf('\n \n')).toBe('');
  });

  test('has at most five lines and 200 characters', () => {
    expect(linesOf('1\n2\n3\n4\n5')).toBe('1\n2\n3\n4\n5');
    expect(linesOf('1\n2\n3\n4\n5\n6')).toBeNull();
    expect(linesOf('x'.repeat(200))).toHaveLength(200);
    expect(linesOf('x'.repeat(201))).toBeNull();
    expect(linesOf('a\u0007b')).toBeNull();
  });
});

describe('[P9] an amount', () => {
  test('is written with the sign of the locale, however it was typed', () => {
    for (const typed of ['500', '500,00', '500.00', ' 500,0 ']) {
      expect(amountOf(typed, 65_000_000, 'nb-NO')).toBe('500,00');
      expect(amountOf(typed, 65_000_000, 'en-GB')).toBe('500.00');
    }
  });

  test('can be none, but no nonsense and not more than can be set', () => {
    expect(amountOf('  ', 100, 'nb-NO')).toBe('');
    for (const typed of ['x', '-1', '1,234', '1e3', '0x10'])
      expect(amountOf(typed, 65_000_000, 'nb-NO')).toBeNull();
    expect(amountOf('1,00', 100, 'nb-NO')).toBe('1,00');
    expect(amountOf('1,01', 100, 'nb-NO')).toBeNull();
  });
});

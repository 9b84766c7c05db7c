// That what setup writes into `.env` is what the server reads there, and that what else stands in it stays.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEnvFile } from '../../core/env-file.ts';
import { withSettings, writtenValue } from './env-text.ts';

const settingsIn = (text: string) => {
  const { lines, problems } = parseEnvFile(text, '.env');
  expect(problems).toEqual([]);
  return lines.map(({ name, value }) => `${name}=${value}`);
};
const set = (settings: Record<string, string | null>) => new Map(Object.entries(settings));

describe('a value is read back exactly', () => {
  test.each([
    '',
    'x',
    ' x ',
    'a # b',
    '#x',
    "it's",
    '"so"',
    '"it\'s',
    '`',
    'C:\\new',
    '$X',
    'a=b',
    'a ',
    '\tx',
  ])('%j', (value) => {
    expect(settingsIn(withSettings('', set({ A: value })))).toEqual([`A=${value}`]);
  });

  test('whatever it is, or it cannot be written at all', () => {
    const strange = fc.string({ unit: fc.constantFrom(...' #"\'`\\=$\tå\u00a0a'), maxLength: 12 });
    fc.assert(
      fc.property(strange, strange, (one, other) => {
        fc.pre(writtenValue(one) !== null && writtenValue(other) !== null);
        const text = withSettings('# note\nB=1\n', set({ A: one, B: other }));
        expect(settingsIn(text)).toEqual([`B=${other}`, `A=${one}`]);
      }),
    );
  });

  test.each(['a\nB=1', 'a\rb', ' "\'`'])('but not %j, which no line can hold', (value) => {
    expect(writtenValue(value)).toBeNull();
    expect(() => withSettings('', set({ A: value }))).toThrow('no line of a file can hold the value of A');
  });
});

test('comments, blank lines and other settings stay where they are', () => {
  const text =
    '# Ours\r\nexport PORT = 8080 # not 3000\r\n\r\nVIPPS_MSN=111111 # old\r\n#VIPPS_API=ecom\r\nX="a # b"\r\n';
  expect(withSettings(text, set({ VIPPS_MSN: '222222', VIPPS_API: 'epayment' }))).toBe(
    '# Ours\nexport PORT = 8080 # not 3000\n\nVIPPS_MSN=222222\n#VIPPS_API=ecom\nX="a # b"\nVIPPS_API=epayment\n',
  );
});

test('what is set twice is set once afterwards, and what is taken away is gone', () => {
  const text = 'A=1\nB=2\nA=3\nC=4';
  expect(withSettings(text, set({ A: '5', C: null, D: null }))).toBe('A=5\nB=2\n');
});

test('written again, it is the same', () => {
  const once = withSettings('# a\n\n', set({ A: 'x # y' }));
  expect(withSettings(once, set({ A: 'x # y' }))).toBe(once);
});

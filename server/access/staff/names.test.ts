import { describe, expect, test } from 'vitest';
import { lookAlike, toName } from './names.ts';

describe('[P8] a name', () => {
  test.each([
    ['  Kari   Nordmann ', 'Kari Nordmann'],
    ['Kari\u00a0Nordmann', 'Kari Nordmann'],
    ['\uff2b\uff41\uff52\uff49', 'Kari'],
    ['A\u030Ase', '\u00c5se'],
    ['Bj\u00f8rn-\u00c5ge O\u2019Neill 2', 'Bj\u00f8rn-\u00c5ge O\u2019Neill 2'],
  ])('%j is kept as %j', (typed, name) => {
    expect(toName(typed)).toBe(name);
  });

  test.each([
    ['a zero-width space', 'Ka\u200bri'],
    ['a soft hyphen', 'Ka\u00adri'],
    ['a turn of direction', '\u202eiraK'],
    ['an isolate', '\u2067Kari\u2069'],
    ['a filler', 'Kari\u3164'],
    ['a blank pattern', 'Kari\u2800'],
    ['a tag', 'Kari\u{e0061}'],
    ['a variation selector', 'Kari\ufe0f'],
    ['a new line', 'Kari\nOla'],
    ['half a character', 'Kari\ud800'],
    ['marks piled up', 'Ka\u0301\u0302\u0303\u0304ri'],
    ['one character that stands for many', '\ufdfa'.repeat(10)],
    ['nothing', ' \u3000 '],
  ])('is refused with %s', (_, typed) => {
    expect(() => toName(typed)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });
});

describe('[P8] two names', () => {
  test.each([
    ['Kari', 'kari'],
    ['Kari', '\u041aari'],
    ['Kari', 'K\u0430ri'],
    ['Alf', 'AIf'],
    ['Kasse 1', 'Kasse l'],
    ['Kasse 0', 'Kasse O'],
    ['\u00c5se', 'A\u030Ase'],
  ])('%j and %j look alike', (one, other) => {
    expect([lookAlike(one, other), lookAlike(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['Kari', 'Karin'],
    ['Bj\u00f8rn', 'Bjorn'],
    ['\u00c5se', 'Ase'],
    ['Anne', 'Anna'],
    ['Kasse 1', 'Kasse 2'],
    ['Per', 'P\u00e4r'],
  ])('%j and %j do not', (one, other) => {
    expect([lookAlike(one, other), lookAlike(other, one)]).toEqual([false, false]);
  });
});

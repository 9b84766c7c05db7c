import { describe, expect, test } from 'vitest';
import { EnvReader } from './env-reader.ts';

/** Reads one variable NAME that holds `value`, and what was said about it. */
function reading<T>(value: string | undefined, read: (reader: EnvReader) => T) {
  const reader = new EnvReader({ NAME: value });
  return { value: read(reader), problems: reader.problems };
}

describe('a text', () => {
  test.each([
    ['is trimmed', '  x y ', 'x y'],
    ['that is blank is not set', '   ', undefined],
    ['that is empty is not set', '', undefined],
    ['that is not set', undefined, undefined],
  ])('%s', (_, value, expected) => {
    expect(reading(value, (reader) => reader.text('NAME'))).toEqual({ value: expected, problems: [] });
  });
});

describe('a choice', () => {
  const choose = (value: string | undefined) =>
    reading(value, (reader) => reader.choice('NAME', ['auto', 'manual'], 'auto'));

  test('is one of the choices, or else the one that goes without saying', () => {
    expect(choose('manual')).toEqual({ value: 'manual', problems: [] });
    expect(choose(undefined)).toEqual({ value: 'auto', problems: [] });
    expect(choose(' ')).toEqual({ value: 'auto', problems: [] });
  });

  test.each([['Manual'], ['both'], ['toString']])('cannot be %s', (value) => {
    expect(choose(value).problems).toEqual([`NAME is "${value}"; it accepts auto or manual.`]);
  });
});

describe('a port', () => {
  const port = (value: string | undefined) => reading(value, (reader) => reader.port('NAME', 3000));

  test.each([
    ['0', 0],
    ['8080', 8080],
    ['65535', 65_535],
    [undefined, 3000],
  ])('%s is one', (value, expected) => {
    expect(port(value)).toEqual({ value: expected, problems: [] });
  });

  test.each([['65536'], ['-1'], ['80.5'], ['8e1'], ['0x50'], ['http'], ['123456']])('%s is none', (value) => {
    expect(port(value).problems).toEqual([
      `NAME is "${value}"; it accepts a port number, 0-65535 (0: any free one).`,
    ]);
  });
});

describe('a header value', () => {
  const short = (value: string | undefined) => reading(value, (reader) => reader.short('NAME'));

  test('has at most 30 characters, as Vipps asks, and is ours when nobody set it', () => {
    expect(short('x'.repeat(30))).toEqual({ value: 'x'.repeat(30), problems: [] });
    expect(short(undefined)).toEqual({ value: 'tillside', problems: [] });
  });

  test.each([['x'.repeat(31)], ['two words'], ['Blåbær'], ['a\nb']])('cannot be %j', (value) => {
    expect(short(value).problems).toEqual([
      `NAME is "${value}"; it accepts at most 30 characters without spaces.`,
    ]);
  });
});

describe('an address', () => {
  const url = (value: string | undefined, plainLoopback: boolean) =>
    reading(value, (reader) => reader.url('NAME', value, plainLoopback)?.href ?? null);

  test.each([
    ['https://shop.example/thanks', false],
    ['https://127.0.0.1:8443/', false],
    ['http://127.0.0.1:3001/', true],
    ['http://localhost/', true],
    ['http://[::1]:3001/', true],
  ])('%s is taken (plain http on loopback: %s)', (value, plainLoopback) => {
    expect(url(value, plainLoopback)).toEqual({ value, problems: [] });
  });

  test.each([
    ['http://shop.example/', false, 'http:', 'an https address'],
    ['http://127.0.0.1/', false, 'http:', 'an https address'],
    ['http://shop.example/', true, 'http:', 'an https address, or http on a loopback one'],
    ['http://127.0.0.1.evil.com/', true, 'http:', 'an https address, or http on a loopback one'],
    ['ftp://shop.example/', false, 'ftp:', 'an https address'],
    ['shop.example', false, 'not a URL', 'an https address'],
  ])('%s is not (plain http on loopback: %s)', (value, plainLoopback, holds, accepts) => {
    expect(url(value, plainLoopback)).toEqual({
      value: null,
      problems: [`NAME is "${holds}"; it accepts ${accepts}.`],
    });
  });

  test('that is missing is said to be missing', () => {
    expect(url(undefined, false).problems).toEqual(['NAME is not set; it accepts an https address.']);
  });

  test.each([['https://user:canary@shop.example/'], ['https://canary@shop.example/'], ['http://:canary@x/']])(
    '[P7] with a password in it is refused, and not repeated: %s',
    (value) => {
      const { value: taken, problems } = url(value, true);
      expect(taken).toBeNull();
      expect(problems).toHaveLength(1);
      expect(problems.join()).not.toContain('canary');
    },
  );
});

// Where JSON that was written by hand is wrong, and in which words it is said.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';

const faultIn = (text: string) => {
  const fault = jsonFault(text);
  return fault && `${fault.line}:${fault.column} ${fault.what}`;
};

test.each([
  ['', '1:1 the file ends where a value should be'],
  ['[\n  {"id": "1"\n', '3:1 the file ends where a comma or } should be'],
  ['[1,\n2,\n]', '2:2 a comma stands before ] with nothing between them; take it out'],
  ['{"a": 1,}', '1:8 a comma stands before } with nothing between them; take it out'],
  ['[\r\n1, // one\r\n2]', '2:4 a comment begins, but JSON has none; take it out'],
  ['[1 /* one */]', '1:4 a comment begins, but JSON has none; take it out'],
  ['# tills\n[1]', '1:1 a comment begins, but JSON has none; take it out'],
  ['[1]\n// tills', '2:1 a comment begins, but JSON has none; take it out'],
  ['{"a": 1\r"b": 2}', '2:1 " stands where a comma or } should be'],
  ['[{} {}]', '1:5 { stands where a comma or ] should be'],
  ['{"a" 1}', '1:6 1 stands where a colon should be'],
  ['{a: 1}', '1:2 a stands where the name of a field in double quotes should be'],
  ["{'a': 1}", '1:2 text stands between straight double quotes (") only, not \''],
  ['{"a": “b”}', '1:7 text stands between straight double quotes (") only, not “'],
  ['{"a": Bar}', '1:7 Bar stands where a value should be'],
  ['[True]', '1:2 True stands where a value should be'],
  ['[nullx]', '1:2 nullx stands where a value should be'],
  ['[01]', '1:2 01 stands where a value should be'],
  ['[+1]', '1:2 +1 stands where a value should be'],
  ['["a\n"]', '1:2 a text begins that has no " at its end before the end of the line'],
  ['["a', '1:2 a text begins that has no " at its end before the end of the line'],
  ['["C:\\till"]', null],
  ['["C:\\kasse"]', '1:5 a single \\ stands in a text; write two'],
  ['["\\u00g0"]', '1:3 a single \\ stands in a text; write two'],
  ['[1] [2]', '1:5 [ stands where the end of the file should be'],
  ['[\n{"msn": "1",\n"msn": "2"}]', '3:1 the field "msn" is there for the second time'],
  ['{"a": {"b": 1}, "c": {"b": 2}}', null],
])('of %j it is said: %s', (text, said) => {
  expect(faultIn(text)).toBe(said);
});

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('a fault is found where JSON.parse finds one, and nowhere else', () => {
  test('in values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        expect(faultIn(JSON.stringify(value, null, indent))).toBeNull();
      }),
      { seed: 1 },
    );
  });

  test('in values with a letter too many, too few, or another one', () => {
    const letter = fc.constantFrom(...'{}[],:"\\\'/#\n\t \0x1-+.eEtu9', '', '//', 'null');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.nat(), fc.nat(2), letter, (value, place, cut, put) => {
        const text = JSON.stringify(value);
        const at = place % (text.length + 1);
        const spoilt = text.slice(0, at) + put + text.slice(at + cut);
        const fault = jsonFault(spoilt);
        if (fault?.what.endsWith('for the second time')) return;
        expect({ spoilt, isJson: fault === null }).toEqual({ spoilt, isJson: isJson(spoilt) });
      }),
      { seed: 2, numRuns: 2_000 },
    );
  });
});

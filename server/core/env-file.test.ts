// The lines of a `.env` file: what is understood, and that nothing is dropped without a word.
import { describe, expect, test } from 'vitest';
import { parseEnvFile } from './env-file.ts';

const valueIn = (text: string) => {
  const { lines, problems } = parseEnvFile(text, '.env');
  expect(problems).toEqual([]);
  return lines.map(({ name, value }) => `${name}=${value}`);
};
const problemIn = (text: string) => {
  const { lines, problems } = parseEnvFile(text, '.env');
  expect(lines).toEqual([]);
  return problems;
};

describe('a line', () => {
  test.each([
    ['A=1', 'A=1'],
    ['export A=1', 'A=1'],
    ['export\tA=1', 'A=1'],
    ['  A \t=  1  ', 'A=1'],
    ['\u00a0A=1\u00a0', 'A=1'],
    ['\ufeffA=1', 'A=1'],
    ['A=', 'A='],
    ['A=   ', 'A='],
    ['A=two words', 'A=two words'],
    ['A=a=b==', 'A=a=b=='],
    ['A=1 # why', 'A=1'],
    ['A= # why', 'A='],
    ['A=#why', 'A='],
    ['A=a#b', 'A=a#b'],
    ['A=https://x.example/#thanks', 'A=https://x.example/#thanks'],
    ['A="x # y"', 'A=x # y'],
    ["A='x # y' # why", 'A=x # y'],
    ['A=`it\'s "so"`', 'A=it\'s "so"'],
    ['A=""', 'A='],
    ['A=" x "', 'A= x '],
    ['A="C:\\new\\till.db"', 'A=C:\\new\\till.db'],
    ['A=C:\\new\\till.db', 'A=C:\\new\\till.db'],
    ["A=it's", "A=it's"],
    ['A=$B', 'A=$B'],
    ['export=1', 'export=1'],
  ])('%j is read as %j', (line, read) => {
    expect(valueIn(line)).toEqual([read]);
  });

  test('that is blank or a comment is none', () => {
    expect(parseEnvFile('\n# A=1\n   \n\t#x\n', '.env')).toEqual({ lines: [], problems: [] });
  });

  test('has its number, and each is there of a name that is set twice', () => {
    expect(parseEnvFile('A=1\r\n\r\n# x\rB=2\nA=3', '.env').lines).toEqual([
      { name: 'A', value: '1', line: 1 },
      { name: 'B', value: '2', line: 4 },
      { name: 'A', value: '3', line: 5 },
    ]);
  });
});

describe('[P7] what cannot be understood is a sentence that does not show it', () => {
  const noEquals = 'there is no = in it; write NAME=value, and # before a comment.';
  const noName =
    'what stands before the = is no name, which has letters, digits and _ only; write NAME=value.';
  test.each([
    ['canary', noEquals],
    ['VIPPS_MSN: canary', noEquals],
    ['export canary', noEquals],
    ['=canary', noName],
    ['set A=canary', noName],
    ['$env:A="canary"', noName],
    ['canary-x=1', noName],
    ['1A=canary', noName],
    ['åB=canary', noName],
    ['A="canary', 'the quotation mark " is not closed.'],
    ["A='canary", "the quotation mark ' is not closed."],
    [
      'A="canary"canary',
      'something stands behind the second "; choose quotation marks that the value does not hold.',
    ],
  ])('%j', (line, sentence) => {
    expect(problemIn(`# x\n${line}\n`)).toEqual([`.env, line 2: ${sentence}`]);
  });

  test('and every one of them is told', () => {
    expect(problemIn('canary\n\n"canary"\n')).toHaveLength(2);
  });
});

import { describe, expect, test } from 'vitest';
import { type Judged, judge, type Report, survivorsOf } from './survivors.ts';

const source = ['if (a > b) {', '  return [', '    1,', '  ];', '}'].join('\n');
const location = { start: { line: 1, column: 5 }, end: { line: 1, column: 10 } };
const wholeArray = { start: { line: 2, column: 10 }, end: { line: 4, column: 4 } };

function reportOf(...statuses: string[]): Report {
  const mutants = statuses.map((status) => ({ status, replacement: 'a >= b', location }));
  return { files: { 'a.ts': { source, mutants } } };
}
const survivor = { file: 'a.ts', was: 'if (a > b) {', becomes: 'if (a >= b) {' };
const judged: Judged = { ...survivor, becomes: [survivor.becomes], why: 'a and b are never the same' };

describe('survivors', () => {
  test('are the breaks that no test noticed or even came by', () => {
    const all = ['Killed', 'Timeout', 'RuntimeError', 'CompileError', 'Ignored'];
    expect(survivorsOf(reportOf(...all))).toEqual([]);
    expect(survivorsOf(reportOf('Survived', 'Killed', 'NoCoverage'))).toEqual([survivor, survivor]);
  });

  test('are shown by their lines before and after, in one line', () => {
    const mutants = [{ status: 'Survived', replacement: '[]', location: wholeArray }];
    expect(survivorsOf({ files: { 'a.ts': { source, mutants } } })).toEqual([
      { file: 'a.ts', was: 'return [ 1, ];', becomes: 'return [];' },
    ]);
  });
});

describe('a judgement', () => {
  test('is of one break, wherever its line has moved', () => {
    expect(judge(reportOf('Survived'), [judged])).toEqual({ unjudged: [], outdated: [] });
    const other = { ...judged, becomes: ['if (true) {'] };
    expect(judge(reportOf('Survived'), [other])).toEqual({
      unjudged: [survivor],
      outdated: [{ ...survivor, becomes: 'if (true) {' }],
    });
  });

  test('is outdated once a test notices the break', () => {
    expect(judge(reportOf('Killed'), [judged])).toEqual({ unjudged: [], outdated: [survivor] });
  });

  test('of a file that was not broken now is not asked for', () => {
    const elsewhere = { ...judged, file: 'b.ts' };
    expect(judge(reportOf('Survived'), [judged, elsewhere]).outdated).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { judge } from './verdict.ts';

describe('of a break', () => {
  const none = { tests: [], others: [] };
  const counts = { passed: 3, failed: 0, skipped: 0 };

  test('a test that fails is red, and says why', () => {
    const failures = { tests: ['two: not so', 'three: not so'], others: [] };
    const verdict = judge({ counts: { ...counts, failed: 2 }, failures, output: '' });
    expect(verdict).toEqual({ is: 'red', why: 'two: not so (and 1 more)' });
  });

  test('a run in which nothing fails is green', () => {
    expect(judge({ counts, failures: none, output: 'all' })).toMatchObject({ is: 'STILL GREEN' });
  });

  test('a file that does not load is not red, whatever failed besides', () => {
    const failures = { tests: ['two: not so'], others: ['b.test.ts: SyntaxError'] };
    const verdict = judge({ counts: { ...counts, failed: 2 }, failures, output: '' });
    expect(verdict).toMatchObject({ is: 'crashed', why: 'b.test.ts: SyntaxError' });
  });

  test('neither is a run without a report, or without a test', () => {
    const nothing = { passed: 0, failed: 1, skipped: 0 };
    const problem = 'did not finish: it ended with exit code 1 and without a report';
    expect(judge({ counts: nothing, problem, failures: none, output: '' })).toMatchObject({ is: 'crashed' });
    const empty = { counts: nothing, problem: 'ran no test at all', failures: none, output: '' };
    expect(judge(empty)).toMatchObject({ is: 'ran no test' });
  });
});

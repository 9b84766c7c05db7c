import { describe, expect, test } from 'vitest';
import { failuresOfChaos, failuresOfPlaywright, failuresOfVitest } from './reports.ts';
import { judge } from './verdict.ts';

const vitest = (...testResults: object[]) => JSON.stringify({ testResults });
const unloaded = { name: 'b.test.ts', status: 'failed', message: 'SyntaxError: b', assertionResults: [] };
const failed = {
  name: 'a.test.ts',
  status: 'failed',
  assertionResults: [
    { status: 'passed', fullName: 'one' },
    { status: 'failed', fullName: 'two', failureMessages: ['\u001b[31mError: not so\u001b[0m\n  at a:1'] },
  ],
};

describe('of a run', () => {
  test('vitest tells which tests failed and why, and which files do not load', () => {
    expect(failuresOfVitest(vitest(failed, unloaded))).toEqual({
      tests: ['two: Error: not so'],
      others: ['b.test.ts: SyntaxError: b'],
    });
  });

  test('Playwright tells it of suites within suites; what was only interrupted has not failed', () => {
    const result = (status: string, ...messages: string[]) => ({
      status,
      errors: messages.map((message) => ({ message })),
    });
    const spec = (title: string, ...results: object[]) => ({ title, tests: [{ results }] });
    const inner = {
      specs: [
        spec('late', result('timedOut', 'Test timeout of 1 s', 'expect(late)')),
        spec('cut off', result('interrupted', 'stop')),
      ],
    };
    const outer = { specs: [spec('wrong', result('failed', '\nexpect(a)\n'))], suites: [inner] };
    const json = JSON.stringify({ suites: [outer], errors: [{ message: 'a spec does not load' }] });
    expect(failuresOfPlaywright(json)).toEqual({
      tests: ['wrong: expect(a)', 'late: expect(late)'],
      others: ['a spec does not load'],
    });
  });

  test('the chaos rounds tell which disagreed, and which came to no comparison', () => {
    const output = [
      '✓ round 1: killed never; 4 payments; 8.2 s',
      '✗ round 2: killed starting 1; 3 payments; 9.1 s',
      '  held: till-1-a: 249.00 is held',
      '✗ round 3: Error: the server was not ready in time',
      '    at start',
    ].join('\n');
    expect(failuresOfChaos(output)).toEqual({
      tests: ['✗ round 2: held: till-1-a: 249.00 is held'],
      others: ['✗ round 3: Error: the server was not ready in time'],
    });
  });
});

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

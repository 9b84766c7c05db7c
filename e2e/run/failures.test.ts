import { describe, expect, test } from 'vitest';
import {
  failuresOfChaos,
  failuresOfPlaywright,
  failuresOfSiege,
  failuresOfVitest,
  noFailures,
} from './failures.ts';

const vitest = (...testResults: object[]) => JSON.stringify({ testResults });
const unloaded = { name: 'b.test.ts', status: 'failed', message: 'SyntaxError: b', assertionResults: [] };
const failed = {
  name: 'a.test.ts',
  status: 'failed',
  assertionResults: [
    { status: 'passed', fullName: 'one' },
    {
      status: 'failed',
      fullName: 'two',
      failureMessages: ['\u001b[31mError: not so\u001b[0m\n\n  Expected: 1\n  at a:1'],
    },
  ],
};

describe('of a run', () => {
  test('vitest tells which tests failed and why, and which files do not load', () => {
    expect(failuresOfVitest(vitest(failed, unloaded))).toEqual({
      tests: ['two: Error: not so | Expected: 1'],
      others: ['b.test.ts: SyntaxError: b'],
    });
  });

  test('Playwright tells it of suites within suites; an interrupted test has not failed', () => {
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

  test.each([undefined, '{ "testResults": ['])('half a report, or none, names no test', (json) => {
    expect(failuresOfVitest(json)).toEqual(noFailures);
    expect(failuresOfPlaywright(json)).toEqual(noFailures);
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

  test('a siege tells what does not hold; one that did not come to a verdict has found nothing', () => {
    const output = '✓ every sale starts: 9 of 9\n✗ descriptors return: 32 before, 5121 in the end, not back';
    const tests = ['✗ descriptors return: 32 before, 5121 in the end, not back'];
    expect(failuresOfSiege(output)).toEqual({ tests, others: [] });
    expect(failuresOfSiege('the display loads no script: is the client built?')).toEqual(noFailures);
  });
});

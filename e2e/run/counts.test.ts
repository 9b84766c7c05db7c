import { expect, test } from 'vitest';
import {
  addCounts,
  countPlaywright,
  countReported,
  countVitest,
  judgeCheck,
  judgeTests,
  summaryLine,
} from './counts.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});
const vitest = (...testResults: object[]) => JSON.stringify({ testResults });
const playwright = (stats: object, ...errors: object[]) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

test('vitest: passed, failed and skipped tests are counted over all files', () => {
  const json = vitest(
    file('passed', 'passed', 'passed', 'todo'),
    file('failed', 'passed', 'failed', 'skipped'),
  );
  expect(countVitest(json)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('vitest: a file that could not be loaded is one failure', () => {
  expect(countVitest(vitest(file('passed', 'passed'), file('failed')))).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

test('vitest: a file whose hook failed is one failure', () => {
  expect(countVitest(vitest(file('failed', 'skipped', 'skipped')))).toMatchObject({ failed: 1, skipped: 2 });
});

test('Playwright: its statistics and its errors outside of tests are counted', () => {
  const json = playwright({ expected: 4, unexpected: 2, skipped: 1 }, { message: 'a spec does not load' });
  expect(countPlaywright(json)).toEqual({ passed: 4, failed: 3, skipped: 1 });
});

test('Playwright: a test that passed only sometimes has failed', () => {
  expect(countPlaywright(playwright({ expected: 1, flaky: 1 }))).toMatchObject({ passed: 1, failed: 1 });
});

test('chaos and siege count for themselves, and half a report is none', () => {
  expect(countReported('{ "passed": 9, "failed": 1 }')).toEqual({ passed: 9, failed: 1, skipped: 0 });
  expect(() => countReported('{ "passed": 9 }')).toThrow('not a report');
});

test('a clean run is taken as it is', () => {
  expect(judgeTests(0, vitest(file('passed', 'passed')), countVitest)).toEqual({
    counts: { passed: 1, failed: 0, skipped: 0 },
  });
});

test.each([
  ['wrote no report', undefined],
  ['wrote half a report', '{ "testResults": ['],
  ['wrote something else', '{}'],
])('a runner that crashed and %s is one failure', (_, json) => {
  const { counts, problem } = judgeTests(null, json, countVitest);
  expect(counts).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(problem).toContain('did not finish');
});

test('a runner that ran no test, or skipped all, is a failure even when it says that all is well', () => {
  expect(judgeTests(0, vitest(), countVitest)).toMatchObject({
    counts: { passed: 0, failed: 1 },
    problem: 'ran no test at all',
  });
  expect(judgeTests(0, vitest(file('passed', 'skipped')), countVitest).counts.failed).toBe(1);
});

test('a runner that ends badly with no failed test, as on an unhandled rejection, is a failure', () => {
  const { counts, problem } = judgeTests(1, vitest(file('passed', 'passed')), countVitest);
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(problem).toContain('exit code 1');
});

test('lint, types and build are one check each', () => {
  expect(judgeCheck(0).counts).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(judgeCheck(1).counts).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(judgeCheck(null).counts).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the last line adds everything up and mentions skipped tests only when there are any', () => {
  const one = { passed: 3, failed: 1, skipped: 0 };
  expect(summaryLine(addCounts([one, { passed: 9, failed: 0, skipped: 0 }]))).toBe('12 passed, 1 failed');
  expect(summaryLine(addCounts([one, { passed: 0, failed: 0, skipped: 2 }]))).toBe(
    '3 passed, 1 failed, 2 skipped',
  );
});

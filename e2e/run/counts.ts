export type Counts = { passed: number; failed: number; skipped: number };

/** What became of one step: its counts and, when they alone do not say it, a sentence. */
export type Outcome = { counts: Counts; problem?: string };

type VitestReport = {
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Counts what vitest's json reporter wrote; a test file that could not be loaded is one failure. */
export function countVitest(json: string): Counts {
  const { testResults } = JSON.parse(json) as VitestReport;
  const tests = testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = tests.filter((status) => status === 'passed').length;
  const failed = tests.filter((status) => status === 'failed').length;
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  return { passed, failed: failed + unloaded, skipped: tests.length - passed - failed };
}

/** Counts what Playwright's json reporter wrote; an error outside of any test is one failure. */
export function countPlaywright(json: string): Counts {
  const { stats, errors } = JSON.parse(json) as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed, skipped: stats.skipped };
}

/** Counts what chaos and siege report themselves: each round, and each thing that a siege is judged by, is one test. */
export function countReported(json: string): Counts {
  const { passed, failed } = JSON.parse(json) as Counts;
  if (!Number.isInteger(passed) || !Number.isInteger(failed)) throw new Error('not a report of counts');
  return { passed, failed, skipped: 0 };
}

/**
 * What a test runner's run amounts to. A run that crashed, or that ran no test at all, is never a success.
 * @param json the runner's report, undefined when it wrote none
 */
export function judgeTests(
  exitCode: number | null,
  json: string | undefined,
  count: (json: string) => Counts,
): Outcome {
  const counts = countOrUndefined(json, count);
  if (counts === undefined) {
    const problem = `did not finish: it ended with exit code ${exitCode} and without a report`;
    return { counts: { passed: 0, failed: 1, skipped: 0 }, problem };
  }
  if (counts.failed > 0) return { counts };
  if (counts.passed === 0) return { counts: { ...counts, failed: 1 }, problem: 'ran no test at all' };
  if (exitCode === 0) return { counts };
  const problem = `ended with exit code ${exitCode} though no single test failed`;
  return { counts: { ...counts, failed: 1 }, problem };
}

/** What a step without tests of its own, such as the type check, amounts to: one check. */
export function judgeCheck(exitCode: number | null): Outcome {
  const passed = exitCode === 0 ? 1 : 0;
  return { counts: { passed, failed: 1 - passed, skipped: 0 } };
}

export function addCounts(all: Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The line that a test run ends with: `N passed, N failed`, and what was skipped if anything was. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${skips}`;
}

function countOrUndefined(json: string | undefined, count: (json: string) => Counts): Counts | undefined {
  try {
    return json === undefined ? undefined : count(json);
  } catch {
    return undefined;
  }
}

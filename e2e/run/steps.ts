import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sample } from '../chaos/sample.ts';
import {
  type Counts,
  countPlaywright,
  countReported,
  countVitest,
  judgeCheck,
  judgeTests,
  type Outcome,
} from './counts.ts';
import {
  type Failures,
  failuresOfChaos,
  failuresOfPlaywright,
  failuresOfSiege,
  failuresOfVitest,
  noFailures,
} from './failures.ts';
import { runProgram } from './run-program.ts';

const timeLimitMs = 20 * 60_000;

type TestRunner = {
  name: string;
  args: string[];
  env?: Record<string, string>;
  reportPath: string;
  /** Its output is shown in one piece when it is over, and it gives way to the tests that are shown as they run. */
  isBeside?: boolean;
  count: (json: string) => Counts;
  /** @param json its report, undefined when it wrote none */
  listFailures: (json: string | undefined, output: string) => Failures;
};

export type StepResult = Outcome & { name: string; tookMs: number; failures: Failures };

/** Runs a check that has no tests of its own; its output is shown, in one piece, when it fails. */
export async function runCheck(
  name: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<StepResult> {
  const start = performance.now();
  const { exitCode, output } = await runProgram(process.execPath, [...args], {
    output: 'keep',
    givesWay: true,
    timeLimitMs,
    signal,
  });
  if (exitCode !== 0) console.log(`\n${name} failed:\n${output.trim()}`);
  return { name, ...judgeCheck(exitCode), failures: noFailures, tookMs: performance.now() - start };
}

/** Runs a test runner, shows its output, and counts its tests from the report that it writes. */
export async function runTests(runner: TestRunner, signal: AbortSignal): Promise<StepResult> {
  const start = performance.now();
  const { isBeside = false } = runner;
  if (!isBeside) console.log(`\n${runner.name}`);
  const { exitCode, output } = await runProgram(process.execPath, runner.args, {
    output: isBeside ? 'keep' : 'show',
    givesWay: isBeside,
    timeLimitMs,
    signal,
    ...(runner.env && { env: runner.env }),
  });
  if (output !== '') console.log(`\n${runner.name}\n${output.trim()}`);
  const report = readIfThere(runner.reportPath);
  const outcome = judgeTests(exitCode, report, runner.count);
  const failures = runner.listFailures(report, output);
  return { name: runner.name, ...outcome, failures, tookMs: performance.now() - start };
}

/** The unit and contract tests. */
export function unitTests(reports: string): TestRunner {
  const reportPath = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  return {
    name: 'unit tests',
    isBeside: true,
    args: ['node_modules/vitest/vitest.mjs', 'run', ...reporters],
    reportPath,
    count: countVitest,
    listFailures: failuresOfVitest,
  };
}

/** The tests of the whole product in a browser. */
export function browserTests(reports: string): TestRunner {
  const reportPath = join(reports, 'playwright.json');
  return {
    name: 'browser tests',
    args: ['node_modules/playwright/cli.js', 'test', '-c', 'e2e', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath },
    reportPath,
    count: countPlaywright,
    listFailures: failuresOfPlaywright,
  };
}

/** A few rounds of killing the server while people pay. `npm run chaos` plays as many as one likes. */
export function chaosRounds(reports: string): TestRunner {
  const reportPath = join(reports, 'chaos.json');
  const args = ['e2e/chaos/main.ts', '--rounds', `${sample.rounds}`, '--seed', `${sample.seed}`];
  return {
    name: 'chaos rounds',
    isBeside: true,
    args: [...args, '--report', reportPath],
    reportPath,
    count: countReported,
    listFailures: (_, output) => failuresOfChaos(output),
  };
}

/** Twenty seconds of attacks at a tenth of their pace, in which nothing has to be fast. `npm run siege` is the whole of it. */
export function siegeRound(reports: string): TestRunner {
  const reportPath = join(reports, 'siege.json');
  return {
    name: 'siege',
    isBeside: true,
    args: ['e2e/siege/main.ts', '--gentle', '--seconds', '20', '--report', reportPath],
    reportPath,
    count: countReported,
    listFailures: (_, output) => failuresOfSiege(output),
  };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

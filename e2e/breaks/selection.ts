// The run of a few tests of one suite, in a copy of the checkout.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from '../run/checks.ts';
import { judgeCheck, judgeTests, type Outcome } from '../run/counts.ts';
import { type Failures, noFailures } from '../run/failures.ts';
import { type Run, runProgram } from '../run/run-program.ts';
import { browserTests, chaosRounds, siegeRound, unitTests } from '../run/steps.ts';
import type { Red, RedTests } from './break.ts';

/** Titles of which a part is one of these, to the letter; of none, all tests of the files are meant. */
export type Selection =
  | Exclude<Red, RedTests>
  | (Pick<RedTests, 'suite' | 'files'> & { readonly titles: readonly string[] });

export type Played = Outcome & {
  readonly failures: Failures;
  /** What it printed. */
  readonly output: string;
};

export type PlayOptions = {
  /** The checkout that is tested. */
  root: string;
  signal: AbortSignal;
};

const timeLimitMs = 20 * 60_000;

/** Builds what the browser tests, the chaos rounds and the siege run. */
export function build({ root, signal }: PlayOptions): Promise<Run> {
  const args = ['server/launch/prepare.mjs', 'build'];
  return runProgram(process.execPath, args, { output: 'keep', cwd: root, timeLimitMs, signal });
}

export function play(selection: Selection, options: PlayOptions): Promise<Played> {
  return selection.suite === 'lint' ? playCheck(selection, options) : playTests(selection, options);
}

async function playCheck(
  { check, says }: Extract<Selection, { suite: 'lint' }>,
  { root, signal }: PlayOptions,
): Promise<Played> {
  const options = { output: 'keep', cwd: root, timeLimitMs, signal } as const;
  const { exitCode, output } = await runProgram(process.execPath, [...checks[check]], options);
  const line = output.split('\n').find((one) => one.includes(says));
  const failures = exitCode === 0 || line === undefined ? noFailures : { tests: [line.trim()], others: [] };
  return { ...judgeCheck(exitCode), failures, output };
}

async function playTests(
  selection: Exclude<Selection, { suite: 'lint' }>,
  { root, signal }: PlayOptions,
): Promise<Played> {
  const reports = mkdtempSync(join(tmpdir(), 'tillside-reports-'));
  const runners = { unit: unitTests, browser: browserTests, chaos: chaosRounds, siege: siegeRound };
  const { args, env, reportPath, count, listFailures } = runners[selection.suite](reports);
  const { exitCode, output } = await runProgram(process.execPath, [...args, ...more(selection)], {
    ...(env && { env }),
    output: 'keep',
    cwd: root,
    timeLimitMs,
    signal,
  });
  const json = readIfThere(reportPath);
  rmSync(reports, { recursive: true });
  const outcome = judgeTests(exitCode, json, count);
  return { ...outcome, failures: listFailures(json, output), output };
}

function more(selection: Exclude<Selection, { suite: 'lint' }>): string[] {
  if (selection.suite === 'chaos' || selection.suite === 'siege') return [];
  const { suite, files, titles } = selection;
  const pattern = titles.map((title) => RegExp.escape(title)).join('|');
  const named = pattern === '' ? [] : [suite === 'unit' ? '-t' : '-g', pattern];
  return [...files, ...named];
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

// `npm test`: every check and every test of Tillside, and one line that counts them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { checks } from './checks.ts';
import { addCounts, summaryLine } from './counts.ts';
import { noFailures } from './failures.ts';
import {
  browserTests,
  chaosRounds,
  runCheck,
  runTests,
  type StepResult,
  siegeRound,
  unitTests,
} from './steps.ts';

/** Elsewhere a machine has one loopback address, and does not tell what a process has open. */
const canBesiege = process.platform === 'linux';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());

const reports = mkdtempSync(join(tmpdir(), 'tillside-test-'));
try {
  const results = await runEverything(interrupted.signal);
  const failures = results.flatMap(({ failures: { tests, others } }) => [...tests, ...others]);
  if (failures.length > 0) console.log(`\nfailed:\n${failures.join('\n')}`);
  console.log(`\n${results.map(describe).join('\n')}`);
  const counts = addCounts(results.map((result) => result.counts));
  process.exitCode = counts.failed > 0 || interrupted.signal.aborted ? 1 : 0;
  console.log(summaryLine(counts));
} finally {
  rmSync(reports, { recursive: true, force: true });
}

async function runEverything(signal: AbortSignal): Promise<StepResult[]> {
  const [build, noBrowser] = await Promise.all([
    runCheck('build', ['server/launch/prepare.mjs', 'build'], signal),
    findBrowser().then(
      () => undefined,
      (error: Error) => error.message,
    ),
  ]);
  const unbuilt = build.counts.failed > 0 ? 'did not run because the build failed' : undefined;
  // Browser tests leave half of the machine idle, and the unit tests take that half.
  const [browser, others] = await Promise.all([
    runUnless(unbuilt ?? noBrowser, browserTests(reports), signal),
    runWithoutBrowser(unbuilt, signal),
  ]);
  return [build, ...others, browser];
}

async function runWithoutBrowser(unbuilt: string | undefined, signal: AbortSignal): Promise<StepResult[]> {
  const checked = await Promise.all([
    runCheck('lint', checks.biome, signal),
    runCheck('imports', checks.imports, signal),
    runCheck('types', checks.types, signal),
  ]);
  const tested = await Promise.all([
    runTests(unitTests(reports), signal),
    runUnless(unbuilt, chaosRounds(reports), signal),
    ...(canBesiege ? [runUnless(unbuilt, siegeRound(reports), signal)] : []),
  ]);
  return [...checked, ...tested];
}

/** @param obstacle why it cannot run; that counts as one failure. */
async function runUnless(
  obstacle: string | undefined,
  runner: Parameters<typeof runTests>[0],
  signal: AbortSignal,
): Promise<StepResult> {
  if (obstacle === undefined) return runTests(runner, signal);
  const counts = { passed: 0, failed: 1, skipped: 0 };
  return { name: runner.name, counts, problem: obstacle, failures: noFailures, tookMs: 0 };
}

function describe({ name, counts, problem, tookMs }: StepResult): string {
  const seconds = (tookMs / 1000).toFixed(1);
  return `${name}: ${summaryLine(counts)} (${seconds} s)${problem ? `: ${problem}` : ''}`;
}

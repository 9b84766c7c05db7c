// Kills the server at random instants while people pay, and compares the ledgers afterwards, round after round.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { credentials } from '../shop/accounts.ts';
import { VippsHost } from '../shop/programs/vipps-host.ts';
import { planRound } from './plan/plan.ts';
import { describeFailure, describeResult } from './report.ts';
import { playRound, type RoundResult } from './round.ts';
import { settableClocks } from './shop/clocks.ts';
import { table } from './table.ts';

const options = {
  rounds: { type: 'string', default: '10' },
  seed: { type: 'string', default: '1' },
  /** Plays this round alone, as it is planned in the whole run. */
  only: { type: 'string' },
  /** Where the counts go, for `npm test`. */
  report: { type: 'string' },
} as const;

/** A round keeps more than half a processor busy with starting servers; with more at once each would only take longer. */
const atOnce = Math.ceil(availableParallelism() * 1.5);

/** Its orders stay, and all of them are read again and again. */
const roundsPerHost = 5;

function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`--${name} is "${value}"; it takes a whole number from ${least}.`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  const seed = wholeNumber('seed', values.seed, 0);
  const rounds =
    values.only === undefined
      ? Array.from({ length: wholeNumber('rounds', values.rounds, 1) }, (_, round) => round)
      : [wholeNumber('only', values.only, 0)];
  const beganMs = performance.now();
  const results: RoundResult[] = [];
  let [failed, unfinished] = [0, 0];
  const left = rounds.values();
  const play = async () => {
    const host = new VippsHost({ ...credentials, ...settableClocks });
    let played = 0;
    for (const round of left) {
      const plan = planRound(seed, round);
      try {
        const result = await playRound(plan, host);
        results.push(result);
        if (result.disagreements.length > 0) failed += 1;
        console.log(describeResult(result));
      } catch (error) {
        unfinished += 1;
        console.log(describeFailure(plan, error));
      }
      played += 1;
      if (played % roundsPerHost === 0) await host.end();
    }
    await host.end();
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, rounds.length) }, play));
  console.log(`\n${table(seed, results, unfinished, performance.now() - beganMs)}`);
  const counts = { passed: results.length - failed, failed: failed + unfinished };
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

// On their way out, the shops leave no program and no file behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

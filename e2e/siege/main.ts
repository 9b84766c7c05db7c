// `npm run siege`: the shop sells while it is attacked; what it needs, and what it holds afterwards, is judged.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { attacks } from './attacks/all.ts';
import { describeCheck, describeRound } from './report.ts';
import { type Plan, playRound } from './round.ts';
import { ServerGone } from './shop/meter.ts';
import { type Check, judge, type Limits, serverGone, timed, untimed } from './verdict.ts';

const options = {
  seconds: { type: 'string', default: '600' },
  seed: { type: 'string', default: '1' },
  /** These attacks alone, by their names with commas between. */
  only: { type: 'string' },
  /** A fraction of each attack, and no time is judged: for a machine that has other things to do. */
  gentle: { type: 'boolean', default: false },
  /** Where the counts go, for `npm test`. */
  report: { type: 'string' },
} as const;

/** What the server lets in is a tenth, too, so that its bounds are met. */
const gently = {
  share: 0.1,
  stored: 1_000,
  settings: { MAX_CONNECTIONS: '120', MAX_CONNECTIONS_PER_ADDRESS: '20' },
};
const fully = { share: 1, stored: 10_000, settings: {} };

function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`--${name} is "${value}"; it takes a whole number from ${least}.`);
}

function chosen(only: string | undefined): string[] {
  const names = attacks.map(({ name }) => name);
  const wanted = only?.split(',') ?? names;
  const unknown = wanted.find((one) => !names.includes(one));
  if (unknown !== undefined) throw new Error(`--only takes ${names.join(', ')}; not "${unknown}".`);
  return wanted;
}

async function judged(plan: Plan, limits: Limits): Promise<Check[]> {
  try {
    const round = await playRound(plan, limits);
    console.log(`seed ${plan.seed}, ${plan.seconds} s\n\n${describeRound(round)}\n`);
    return judge(round, limits);
  } catch (error) {
    if (error instanceof ServerGone) return [serverGone];
    throw error;
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  const plan: Plan = {
    seed: wholeNumber('seed', values.seed, 0),
    seconds: wholeNumber('seconds', values.seconds, 1),
    attacks: chosen(values.only),
    ...(values.gentle ? gently : fully),
  };
  const limits = values.gentle ? untimed : timed;
  const checks = await judged(plan, limits);
  const failed = checks.filter(({ holds }) => !holds).length;
  console.log(checks.map(describeCheck).join('\n'));
  if (values.report !== undefined)
    writeFileSync(values.report, JSON.stringify({ passed: checks.length - failed, failed }));
  // Of a server that has gone, attackers and screens do not know yet.
  process.exit(failed > 0 ? 1 : 0);
}

// On its way out, the shop leaves no program and no file behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

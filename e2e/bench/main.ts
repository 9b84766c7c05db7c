// `npm run bench`: how fast Tillside is, beside the least that is possible and simple baselines, on the same machine in the same run.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureApprovals } from './approvals.ts';
import { measureCharges } from './charges.ts';
import { type Figure, fails, type Reference, tableOf } from './figure.ts';
import { measurePages } from './pages/pages.ts';
import { measureStart } from './start.ts';
import { measureStored } from './stored/stored.ts';
import { measureTills } from './tills.ts';

const options = {
  /** Only these, by their names with commas between. */
  only: { type: 'string', default: 'start,pages,charges,approvals,stored,tills' },
  /** How often each figure of the screens is measured. */
  trials: { type: 'string', default: '30' },
  /** Where the figures go as JSON. */
  json: { type: 'string' },
  /** Takes the ratios of this run as those that later ones are held against. */
  accept: { type: 'boolean', default: false },
} as const;

const accepted = new URL('ratios.json', import.meta.url);

const measures: Record<string, (options: { trials: number }) => Promise<Figure[]>> = {
  start: measureStart,
  charges: measureCharges,
  approvals: measureApprovals,
  pages: measurePages,
  stored: measureStored,
  tills: measureTills,
};

const ratiosOf = (figures: readonly Figure[]): Reference =>
  Object.fromEntries(
    figures.flatMap(({ name, ratio }) => (ratio === null ? [] : [[name, Number(ratio.value.toFixed(3))]])),
  );

/** Figures of a busy machine mean nothing. */
const busy = () => `${loadavg()[0]?.toFixed(1)} busy`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  console.error(`before: ${busy()} of ${availableParallelism()} cores`);
  const trials = Number(values.trials);
  if (!Number.isSafeInteger(trials) || trials < 1)
    throw new Error(`--trials takes a whole number from 1, not "${values.trials}".`);
  const figures: Figure[] = [];
  for (const name of values.only.split(',')) {
    const measure = measures[name];
    if (measure === undefined)
      throw new Error(`--only takes ${Object.keys(measures).join(', ')}; not "${name}".`);
    figures.push(...(await measure({ trials })));
    console.error(`${name}: measured`);
  }
  const reference: Reference = JSON.parse(readFileSync(accepted, 'utf8'));
  const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${machine}, ${trials} trials\n\n${tableOf(figures, reference)}`,
  );
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
  if (values.accept) {
    writeFileSync(accepted, `${JSON.stringify({ ...reference, ...ratiosOf(figures) }, null, 2)}\n`);
  } else if (figures.some((figure) => fails(figure, reference))) {
    process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
}

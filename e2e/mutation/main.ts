// `npm run mutation`: breaks what money rests on, one place at a time, and tells which breaks no unit test notices.
// `-- payments` breaks the files of one group, `-- server/payments/payment/commands.ts` those that are named.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { runProgram } from '../run/run-program.ts';
import { judged } from './judged.ts';
import { groups } from './scope.ts';
import { judge, type Report, type Survivor } from './survivors.ts';

const stryker = 'e2e/mutation/node_modules/@stryker-mutator/core/bin/stryker.js';
const config = 'e2e/mutation/stryker.config.json';
const reportPath = 'test-results/mutation.json';
const timeLimitMs = 3 * 3_600_000;

const asked = process.argv.slice(2);
const names = Object.entries(groups).flatMap(([name, { mutate }]) => [name, ...mutate]);
for (const name of asked)
  if (!names.includes(name)) throw new Error(`${name} is none of ${names.join(', ')}.`);

const chosen = Object.entries(groups).flatMap(([name, { mutate }]) => {
  const isWhole = asked.length === 0 || asked.includes(name);
  const files = isWhole ? mutate : mutate.filter((file) => asked.includes(file));
  return files.length === 0 ? [] : [{ name, files }];
});
for (const { name, files } of chosen) if (!(await isHeld(name, files))) process.exitCode = 1;

/** Whether enough of the breaks were noticed, and all others are judged. */
async function isHeld(name: string, files: string[]): Promise<boolean> {
  console.log(`\n${name}: ${files.join(' ')}`);
  rmSync(reportPath, { force: true });
  const { exitCode } = await runProgram(
    process.execPath,
    [stryker, 'run', config, '--mutate', files.join(',')],
    {
      output: 'show',
      // Of the sequences of any events, the first hundreds notice what all of them do.
      env: { MUTATION_GROUP: name, PROPERTY_RUNS: '200' },
      timeLimitMs,
    },
  );
  if (!existsSync(reportPath)) return false;
  const report: Report = JSON.parse(readFileSync(reportPath, 'utf8'));
  const { unjudged, outdated } = judge(report, judged);
  list('No test notices', unjudged);
  list('Judged in e2e/mutation/judged.ts, and noticed or gone by now', outdated);
  return exitCode === 0 && unjudged.length + outdated.length === 0;
}

function list(title: string, breaks: readonly Survivor[]): void {
  for (const { file, was, becomes } of breaks) console.log(`\n${title}, in ${file}:\n- ${was}\n+ ${becomes}`);
}

import { afterEach, expect, test } from 'vitest';
import { type Program, run } from '../../shop/programs/process.ts';
import { becomesTrue } from '../../shop/waiting.ts';
import { ahead, aheadVariable, putAhead, settableClocks } from './clocks.ts';

const tellTime = `setInterval(() => {
  const clocks = [Date.now(), performance.now(), Number(process.hrtime.bigint()) / 1e6];
  console.log('It is', ...clocks.map(Math.floor), 'now.');
}, 10)`;
const stepMs = Number(ahead);

let program: Program | null = null;
afterEach(() => program?.end('SIGKILL'));

/** What its clocks say next: of the day, since its start, since that of the machine. */
async function clocksOf({ output }: Program): Promise<number[]> {
  const from = output().length;
  const told = () => /It is (\d+) (\d+) (\d+) now/.exec(output().slice(from));
  await becomesTrue(() => told() !== null, 20_000, 5);
  return told()?.slice(1).map(Number) ?? [];
}

test('all clocks of a program go ahead together, and are ahead from the start once they have been', async () => {
  const first = await run(['--eval', tellTime], settableClocks, /now/);
  program = first;
  const before = await clocksOf(first);
  const { pid } = first;
  await putAhead({
    pid,
    get log() {
      return first.output();
    },
  });
  const after = await clocksOf(first);
  const gained = after.map((ms, at) => ms - (before[at] ?? 0));
  const [wall = 0] = gained;
  expect(wall).toBeGreaterThanOrEqual(stepMs);
  for (const ms of gained) expect(Math.abs(ms - wall)).toBeLessThan(stepMs / 2);
  await first.end('SIGKILL');

  program = await run(['--eval', tellTime], { ...settableClocks, [aheadVariable]: ahead }, /now/);
  const [day = 0, , sinceBoot = 0] = await clocksOf(program);
  expect(day - Date.now()).toBeGreaterThan(stepMs / 2);
  expect(sinceBoot).toBeGreaterThan(after[2] ?? 0);
});

// `npm run breaks`: breaks the sources on purpose, one fault at a time, and sees that the tests notice each of them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from '../run/browser.ts';
import { copyCheckout } from './checkout.ts';
import { choose, type Numbered } from './choose.ts';
import { breaks } from './list.ts';
import { isSound } from './sound.ts';
import { tryBreak } from './verdict.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const options = {
  only: { type: 'string', multiple: true, default: [] as string[] },
  suite: { type: 'string' },
  list: { type: 'boolean', default: false },
  /** Only runs the tests that have to turn red, with nothing broken. */
  sound: { type: 'boolean', default: false },
} as const;

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());

const label = ({ number, name, guards }: Numbered) => `${number}. ${name} [${guards.join(', ')}]`;

/** @returns how many are not red. */
async function tryAll(chosen: readonly Numbered[], copy: string): Promise<number> {
  let notRed = 0;
  for (const one of chosen) {
    if (interrupted.signal.aborted) return notRed + 1;
    if (one.needs !== undefined && !existsSync(join(root, one.needs))) {
      console.log(`skipped, for ${one.needs} is not here: ${label(one)}`);
      continue;
    }
    const beganMs = performance.now();
    const { is, why, output } = await tryBreak(one, copy, interrupted.signal);
    const seconds = ((performance.now() - beganMs) / 1000).toFixed(1);
    console.log(`${is} (${seconds} s): ${label(one)}\n    ${why}`);
    if (is === 'red') continue;
    notRed += 1;
    if (output !== undefined) console.log(output.trim().replaceAll(/^/gm, '    '));
  }
  return notRed;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  const chosen = choose(breaks, values);
  if (values.list) {
    for (const one of chosen) console.log(`${label(one)} (${one.red.suite}; ${one.file})`);
    return;
  }
  if (chosen.some(({ red }) => red.suite === 'browser')) await findBrowser();
  const copy = copyCheckout(root);
  try {
    if (!(await isSound(chosen, copy.root, interrupted.signal))) {
      console.log('Some tests that should turn red fail before anything is broken.');
      process.exitCode = 1;
      return;
    }
    if (values.sound) return;
    const notRed = await tryAll(chosen, copy.root);
    console.log(`\n${chosen.length} breaks, ${notRed} of them not red`);
    process.exitCode = notRed > 0 ? 1 : 0;
  } finally {
    copy.remove();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

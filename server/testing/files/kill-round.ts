// A command of ours that is killed in the middle of what it does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { forPrograms } from '../../simulator/testing/program.ts';
import { shop } from '../config.ts';

/** @returns numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type KillPlan = {
  readonly name: string;
  readonly words: readonly string[];
  /** Where it runs, on the database `shop.db`. */
  readonly folder: string;
  /** Whether it has begun with what it is killed in. */
  readonly hasBegun: () => boolean;
  readonly delayMs: number;
};

/** @returns whether it was killed; otherwise it had ended before. */
export async function runAndKill({ name, words, folder, hasBegun, delayMs }: KillPlan): Promise<boolean> {
  const script = fileURLToPath(new URL(`../../commands/${name}.ts`, import.meta.url));
  const env = { ...forPrograms, ...shop, DATABASE_URL: 'file:shop.db' };
  const child = spawn(process.execPath, [script, ...words], { cwd: folder, env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (!hasBegun() && child.exitCode === null) await sleep(1);
  await sleep(delayMs);
  child.kill('SIGKILL');
  await ended;
  return child.signalCode === 'SIGKILL';
}

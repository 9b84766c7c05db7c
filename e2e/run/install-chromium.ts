import { existsSync } from 'node:fs';
import { runProgram } from './run-program.ts';

/** What an install needs of the machine. */
export type Machine = {
  isRoot: boolean;
  has(path: string): boolean;
  /** @returns whether the program ended well. */
  run(file: string, args: string[]): Promise<boolean>;
  say(line: string): void;
};

const aptGet = '/usr/bin/apt-get';
const timeLimitMs = 10 * 60_000;

const thisMachine: Machine = {
  isRoot: process.getuid?.() === 0,
  has: existsSync,
  async run(file, args) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    return (await runProgram(file, args, { output: 'keep', env, timeLimitMs })).exitCode === 0;
  },
  say: console.log,
};

/**
 * Installs Debian's `chromium-headless-shell`, or `chromium` where that is all there is, as root on a machine with apt-get; it never asks
 * for higher rights.
 * @returns whether it did.
 */
export async function installChromium({ isRoot, has, run, say }: Machine = thisMachine): Promise<boolean> {
  if (!isRoot || !has(aptGet)) return false;
  say('No browser for the browser tests: installing Chromium with apt-get.');
  await run(aptGet, ['-q', '-y', 'update']);
  const install = (name: string) => run(aptGet, ['-q', '-y', 'install', '--no-install-recommends', name]);
  return (await install('chromium-headless-shell')) || install('chromium');
}

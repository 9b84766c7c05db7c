// Starting and ending the programs under test.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = new URL('../../', import.meta.url);
/** Where `npm start` and `npm test` leave the server compiled. */
const compiled = fileURLToPath(new URL('node_modules/.cache/tillside/code', root));
const startDeadlineMs = 60_000;

const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
/** The server as `npm start` runs it: the options of Node, and the script. */
export const serverScript: string[] = scripts.start.replace(/^exec node /, '').split(' ');

export type Program = {
  readonly pid: number;
  /** What the pattern found in its output. */
  found: string;
  /** All that it has printed so far. */
  output(): string;
  /** Resolves with the exit code, or the name of the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
};

/** What a program of ours needs of the environment of these tests. */
function basics(): Record<string, string> {
  const { PATH = '', HOME = '', SystemRoot = '' } = process.env;
  return { PATH, HOME, SystemRoot, NODE_COMPILE_CACHE: compiled };
}

/** Runs a script of the project until it ends. @returns what it printed. @throws when it did not end well. */
export async function runToEnd(script: string[], env: Record<string, string>): Promise<string> {
  const options = { cwd: root, env: { ...basics(), ...env }, timeout: startDeadlineMs };
  return (await promisify(execFile)(process.execPath, script, options)).stdout;
}

/**
 * Runs a script of the project with this Node, and waits until its output matches.
 * @param ready its first group is what `found` holds.
 * @throws with the output when it ends, or says nothing, before that.
 */
export async function run(script: string[], env: Record<string, string>, ready: RegExp): Promise<Program> {
  const child: ChildProcess = spawn(process.execPath, script, {
    ...{ cwd: root, env: { ...basics(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  let output = '';
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const found = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${script.join(' ')} ${why}:\n${output}`));
    const timer = setTimeout(() => fail('was not ready in time'), startDeadlineMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = ready.exec(output);
      if (match === null) return;
      clearTimeout(timer);
      resolve(match[1] ?? '');
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    ended.then((code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    pid: child.pid ?? 0,
    found,
    output: () => output,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

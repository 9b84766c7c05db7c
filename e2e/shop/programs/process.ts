// Starting and ending the programs under test: at any instant, and none is left behind.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = new URL('../../../', import.meta.url);
/** Where `npm start` and `npm test` leave the server compiled. */
const compiled = fileURLToPath(new URL('node_modules/.cache/tillside/code', root));
/** Some machines take seconds for what takes half a second elsewhere. */
const startDeadlineMs = 60_000;

/** The server as `npm start` runs it. */
export const serverScript = ['server/launch/serve.mjs'];

export type StartedProgram = {
  readonly pid: number;
  /**
   * What the first group of its pattern found in its output.
   * @throws with the output when it ends, or says nothing, before that.
   */
  readonly ready: Promise<string>;
  /** All that it has printed so far. */
  output(): string;
  hasEnded(): boolean;
  /** Resolves, when it is gone, with the exit code or the name of the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
};
/** A program that is ready, with what was found. */
export type Program = StartedProgram & { readonly found: string };

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** What a program of ours needs of the environment of these tests. */
function basics(): Record<string, string> {
  const { PATH = '', HOME = '', SystemRoot = '' } = process.env;
  return { PATH, HOME, SystemRoot, NODE_COMPILE_CACHE: compiled };
}

/**
 * Runs a script of the project until it ends.
 * @param input what it reads from standard input. @returns what it printed. @throws when it did not end well.
 */
export async function runToEnd(script: string[], env: Record<string, string>, input = ''): Promise<string> {
  const options = { cwd: root, env: { ...basics(), ...env }, timeout: startDeadlineMs };
  const running = promisify(execFile)(process.execPath, script, options);
  running.child.stdin?.end(input);
  return (await running).stdout;
}

/**
 * Starts a script of the project with this Node, and waits for nothing.
 * @param openFiles how many files and connections it may have open at once; without it, as many as these tests.
 */
export function start(
  script: string[],
  env: Record<string, string>,
  pattern: RegExp,
  openFiles?: number,
): StartedProgram {
  const node = [process.execPath, ...script];
  const limited = ['/bin/sh', '-c', `ulimit -n ${openFiles} && exec "$0" "$@"`, ...node];
  const [command = '', ...args] = openFiles === undefined ? node : limited;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...basics(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended: Promise<number | string> = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return code ?? signal;
  });
  let output = '';
  const ready = new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${script.join(' ')} ${why}:\n${output}`));
    const timer = setTimeout(() => fail('was not ready in time'), startDeadlineMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = pattern.exec(output);
      if (match === null) return;
      clearTimeout(timer);
      resolve(match[1] ?? '');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then((how) => {
      clearTimeout(timer);
      fail(`ended with ${how}`);
    });
  });
  // A start that is killed may have no caller that waits for its readiness.
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ready,
    output: () => output,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts a script of the project, and waits until its output matches. @throws as `ready` does; it is gone then. */
export async function run(script: string[], env: Record<string, string>, pattern: RegExp): Promise<Program> {
  const program = start(script, env, pattern);
  try {
    return { ...program, found: await program.ready };
  } catch (error) {
    await program.end('SIGKILL');
    throw error;
  }
}

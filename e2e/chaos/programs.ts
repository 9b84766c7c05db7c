// The programs under test: started, killed at any instant, and never left behind.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const root = new URL('../../', import.meta.url);
const running = new Set<ChildProcess>();

export type Program = {
  /**
   * What the first group of `ready` found in its output.
   * @throws with the output when it ends, or says nothing, before that.
   */
  ready: Promise<string>;
  /** All that it has printed so far. */
  output(): string;
  hasEnded(): boolean;
  /** Resolves, when it is gone, with the exit code or the name of the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
};

const readyWithinMs = 30_000;

/** Runs a script of the project with this Node. */
export function runProgram(script: string[], env: Record<string, string>, ready: RegExp): Program {
  const { PATH = '', HOME = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, script, {
    ...{ cwd: root, env: { PATH, HOME, SystemRoot, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  running.add(child);
  const ended: Promise<number | string> = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return code ?? signal;
  });
  let output = '';
  const found = new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${script.join(' ')} ${why}:\n${output}`));
    const timer = setTimeout(() => fail('was not ready in time'), readyWithinMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = ready.exec(output);
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
  // Nobody waits for the readiness of a start that is killed.
  found.catch(() => undefined);
  return {
    ready: found,
    output: () => output,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** For the end of the run, whatever the reason: all programs are gone, or as good as. */
export function killAllPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
}

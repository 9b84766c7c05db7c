import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

export type Run = { exitCode: number | null; output: string };

export type RunOptions = {
  /** `show` writes to our own terminal at once, `keep` hands the output back. */
  output: 'show' | 'keep';
  env?: Record<string, string>;
  /** The folder that it runs in; ours without it. */
  cwd?: string;
  /** It computes only what others leave to it. */
  givesWay?: boolean;
  /** The program is asked to stop after this time. */
  timeLimitMs: number;
  /** The program is asked to stop when it has been silent for this time (needs `keep`). */
  silenceLimitMs?: number;
  /** Tests bring their own. */
  startTimer?: (act: () => void, ms: number) => NodeJS.Timeout;
  signal?: AbortSignal;
};

/** Runs a program to its end; `exitCode` is null when it was stopped or could not be started. */
export function runProgram(file: string, args: string[], options: RunOptions): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const stdio = options.output === 'show' ? 'inherit' : 'pipe';
  const child = spawn(file, args, {
    stdio: ['ignore', stdio, stdio],
    env: { ...process.env, ...options.env },
    // Playwright and vitest clean up after SIGINT; SIGTERM ends them at once.
    killSignal: 'SIGINT',
    timeout: options.timeLimitMs,
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    ...(options.signal && { signal: options.signal }),
  });
  if (options.givesWay && child.pid !== undefined)
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const chunks: Buffer[] = [];
  const silence = silenceTimer(options, () => child.kill('SIGINT'));
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      silence.restart();
    });
  }
  const end = (exitCode: number | null) => {
    silence.stop();
    resolve({ exitCode, output: Buffer.concat(chunks).toString() });
  };
  child.on('error', () => {
    if (child.pid === undefined) end(null);
  });
  child.on('close', end);
  return promise;
}

function silenceTimer({ silenceLimitMs, startTimer = setTimeout }: RunOptions, act: () => void) {
  const timer = silenceLimitMs === undefined ? undefined : startTimer(act, silenceLimitMs);
  return { restart: () => timer?.refresh(), stop: () => clearTimeout(timer) };
}

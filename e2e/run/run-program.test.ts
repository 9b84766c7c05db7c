import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { runProgram } from './run-program.ts';

const script = (source: string) => ['-e', source];
const keep = { output: 'keep', timeLimitMs: 100_000 } as const;
const forever = 'setInterval(() => {}, 1000)';

test('a program runs to its end, with all its output and its exit code', async () => {
  const source = "console.log('out'); console.error('err'); process.exitCode = 3";
  const { exitCode, output } = await runProgram(process.execPath, script(source), keep);
  expect(exitCode).toBe(3);
  expect(output).toContain('out\n');
  expect(output).toContain('err\n');
});

test('a program that crashes, or that is not there, has no exit code', async () => {
  const crash = script('process.kill(process.pid, "SIGKILL")');
  expect((await runProgram(process.execPath, crash, keep)).exitCode).not.toBe(0);
  expect((await runProgram('/no/such/program', [], keep)).exitCode).toBeNull();
});

test('a program runs in the folder that is named', async () => {
  const cwd = realpathSync(tmpdir());
  const { output } = await runProgram(process.execPath, script('console.log(process.cwd())'), {
    ...keep,
    cwd,
  });
  expect(output.trim()).toBe(cwd);
});

test('a program that takes too long is stopped', async () => {
  const { exitCode } = await runProgram(process.execPath, script(forever), { ...keep, timeLimitMs: 300 });
  expect(exitCode).not.toBe(0);
});

test('a program that falls silent is stopped', async () => {
  const limits = { ...keep, silenceLimitMs: 300 };
  const silent = await runProgram(process.execPath, script(forever), limits);
  expect(silent.exitCode).not.toBe(0);
});

test('a program that goes on talking is given the whole time again with each word', async () => {
  const timer = setTimeout(() => undefined, 0);
  const refresh = vi.spyOn(timer, 'refresh');
  const startTimer = vi.fn(() => timer);
  const limits = { ...keep, silenceLimitMs: 300, startTimer };
  const { exitCode } = await runProgram(process.execPath, script("console.log('a word')"), limits);
  expect(exitCode).toBe(0);
  expect(startTimer).toHaveBeenCalledExactlyOnceWith(expect.any(Function), 300);
  expect(refresh).toHaveBeenCalled();
});

test('a program ends when the whole run is interrupted, also before it began', async () => {
  const interrupted = new AbortController();
  const running = runProgram(process.execPath, script(forever), { ...keep, signal: interrupted.signal });
  interrupted.abort();
  expect((await running).exitCode).not.toBe(0);
  const late = await runProgram(process.execPath, script(forever), { ...keep, signal: interrupted.signal });
  expect(late.exitCode).not.toBe(0);
});

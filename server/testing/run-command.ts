// Runs one of the project's commands as a process of its own, on a database in a folder of its own.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { forPrograms } from '../simulator/testing/program.ts';
import { shop } from './config.ts';

export type Ended = { code: number | string; out: string; said: string };

/** @param settings besides those of a shop. @returns `run`, which resolves with what a command printed; `file`, the database. */
export function aMachine(settings: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const env = { ...forPrograms, ...shop, DATABASE_URL: 'file:shop.db', ...settings };

  /** @param input what the command reads from standard input. */
  function run(name: string, words: readonly string[], input = ''): Promise<Ended> {
    const script = fileURLToPath(new URL(`../commands/${name}.ts`, import.meta.url));
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [script, ...words], { cwd: folder, env }, (error, out, said) =>
        resolve({ code: error?.code ?? 0, out, said }),
      );
      // A command that does not read it may have ended already.
      child.stdin?.on('error', () => undefined).end(input);
    });
  }
  return { run, file: join(folder, 'shop.db') };
}

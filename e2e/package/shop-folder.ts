// A folder of a shop that has the package and nothing else, and programs of the package in it as npm runs them.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const { npm_execpath: npm = '', npm_node_execpath: outerNode = process.execPath } = process.env;
const made = mkdtempSync(join(tmpdir(), 'tillside-try-'));
const deadlineMs = 120_000;

/** Of this run only what a shop has too: its own Node, and a cache in which there is nothing yet. */
const env = {
  PATH: [dirname(outerNode), '/usr/bin', '/bin'].join(delimiter),
  HOME: made,
  npm_config_cache: join(made, 'cache'),
  npm_config_registry: process.env['npm_config_registry'] ?? '',
  PORT: '0',
  SIMULATOR_PORT: '0',
};

export const seconds = (sinceMs: number) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

export function require(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

export function folderCalled(name: string): string {
  const folder = join(made, name);
  mkdirSync(folder);
  return folder;
}

export const removeFolders = () => rmSync(made, { recursive: true, force: true });

/** Runs npm to its end. @param input what is answered. */
export function npmIn(cwd: string, words: string[], input = '', more: Record<string, string> = {}) {
  const options = { cwd, env: { ...env, ...more }, input, encoding: 'utf8', timeout: deadlineMs } as const;
  const { status, stdout, stderr } = spawnSync(outerNode, [npm, ...words], options);
  return { status, out: stdout, said: stderr };
}

export type Started = { url: string; out(): string; end(): Promise<void> };

/** Starts a server as people do. @param until what it prints once all is ready. @param words what npx is given. */
export async function start(
  cwd: string,
  words: string[],
  until: string,
  more: Record<string, string> = {},
): Promise<Started> {
  const options = { cwd, env: { ...env, ...more }, timeout: deadlineMs };
  const program = spawn(outerNode, [npm, 'exec', '--yes', '--', ...words], options);
  const ended = once(program, 'exit');
  let out = '';
  program.stderr.on('data', (text) => {
    out += text;
  });
  for await (const text of program.stdout.iterator({ destroyOnReturn: false })) {
    out += text;
    if (out.includes(until)) break;
  }
  program.stdout.on('data', (text) => {
    out += text;
  });
  const [, url = ''] = /ready at (\S+)/.exec(out) ?? [];
  require(url !== '', `npx ${words.join(' ')} did not get ready:\n${out}`);
  return {
    url,
    out: () => out,
    /** As a terminal or service does it. */
    async end() {
      program.kill('SIGTERM');
      await ended;
      for (let tries = 0; tries < 50; tries++) {
        const isGone = await fetch(`${url}/healthz`).then(
          () => false,
          () => true,
        );
        if (isGone) return;
        await new Promise((done) => setTimeout(done, 200));
      }
      throw new Error(`npx ${words.join(' ')} went on when npm had ended`);
    },
  };
}

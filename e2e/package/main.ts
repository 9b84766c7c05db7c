// `npm run try-package`: the package as a shop gets it, from the npm registry into empty folders, under the Node that npm runs on; with figures.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';

const { npm_execpath: npm = '', npm_node_execpath: outerNode = process.execPath } = process.env;
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = resolve(`tillside-${version}.tgz`);
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

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const seconds = (sinceMs: number) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

function folderCalled(name: string): string {
  const folder = join(made, name);
  mkdirSync(folder);
  return folder;
}

function require(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

/** @returns false without a network, in which case nothing is tried. */
function install(cwd: string): boolean {
  const began = performance.now();
  const words = [npm, 'install', file, '--no-audit', '--no-fund', '--fetch-retries=0'];
  const { status, stderr } = spawnSync(outerNode, words, { cwd, env, encoding: 'utf8' });
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(stderr)) return false;
  require(status === 0, `npm install failed:\n${stderr}`);
  const took = seconds(began);
  const files = globSync('node_modules/**', { cwd }).map((name) => statSync(join(cwd, name)));
  const size = files.filter((one) => one.isFile()).reduce((sum, one) => sum + one.size, 0);
  const { packages } = JSON.parse(readFileSync(join(cwd, 'node_modules/.package-lock.json'), 'utf8'));
  const names = Object.keys(packages).map((path) => path.replace('node_modules/', ''));
  console.log(`npm install: ${took} without a cache, ${megabytes(size)}, packages: ${names.join(', ')}`);
  return true;
}

/** Starts the demo in a folder, and ends it as a terminal or service does. */
async function startAndEnd(what: string, cwd: string, words: string[]): Promise<void> {
  const began = performance.now();
  const program = spawn(outerNode, [npm, 'exec', '--yes', ...words], { cwd, env, timeout: deadlineMs });
  const ended = once(program, 'exit');
  let out = '';
  program.stderr.on('data', (text) => {
    out += text;
  });
  for await (const text of program.stdout.iterator({ destroyOnReturn: false })) {
    out += text;
    if (out.includes('display http')) break;
  }
  const [, url] = /ready at (\S+)/.exec(out) ?? [];
  require(url !== undefined, `${what} did not get ready:\n${out}`);
  console.log(`${what}: ready after ${seconds(began)}`);
  require((await fetch(`${url}/readyz`)).ok, `${what} is not well`);
  require((await fetch(`${url}/display`)).ok, `${what} has no client`);
  require(readdirSync(join(cwd, 'data')).includes('demo.db'), `${what} stores elsewhere`);
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
  throw new Error(`${what} went on when npm had ended`);
}

try {
  console.log(`${file}: ${megabytes(statSync(file).size)}`);
  const installed = folderCalled('installed');
  if (install(installed)) {
    await startAndEnd('npx tillside, first start', installed, ['tillside']);
    await startAndEnd('npx tillside, second start', installed, ['tillside']);
    const empty = folderCalled('empty');
    const name = basename(file);
    copyFileSync(file, join(empty, name));
    await startAndEnd(`npx ./${name}`, empty, [`./${name}`]);
    require(readdirSync(empty).toSorted().join() === `data,${name}`, 'npx has left more than data');
    console.log('All of it works.');
  } else {
    console.log('Not tried: the npm registry cannot be reached from here.');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(made, { recursive: true, force: true });
}

// `npm run try-package`: the package as a shop gets it, from the npm registry into empty folders, under the Node that npm runs on; with figures.
import { copyFileSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { firstSale } from './first-sale.ts';
import { folderCalled, npmIn, removeFolders, require, seconds, start } from './shop-folder.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const file = resolve(`tillside-${version}.tgz`);

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** @returns false without a network, in which case nothing is tried. */
function install(cwd: string): boolean {
  const began = performance.now();
  const { status, said } = npmIn(cwd, ['install', file, '--no-audit', '--no-fund', '--fetch-retries=0']);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(said)) return false;
  require(status === 0, `npm install failed:\n${said}`);
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
  const server = await start(cwd, words, 'display http');
  console.log(`${what}: ready after ${seconds(began)}`);
  require((await fetch(`${server.url}/readyz`)).ok, `${what} is not well`);
  require((await fetch(`${server.url}/display`)).ok, `${what} has no client`);
  require(readdirSync(join(cwd, 'data')).includes('demo.db'), `${what} stores elsewhere`);
  await server.end();
}

try {
  console.log(`${file}: ${megabytes(statSync(file).size)}`);
  const installed = folderCalled('installed');
  if (install(installed)) {
    await startAndEnd('npx tillside, first start', installed, ['tillside']);
    await startAndEnd('npx tillside, second start', installed, ['tillside']);
    await firstSale(installed, 'tillside');
    const empty = folderCalled('empty');
    const name = basename(file);
    copyFileSync(file, join(empty, name));
    await startAndEnd(`npx ./${name}`, empty, [`./${name}`]);
    require(readdirSync(empty).toSorted().join() === `data,${name}`, 'npx has left more than data');
    await firstSale(empty, `./${name}`);
    console.log('All of it works.');
  } else {
    console.log('Not tried: the npm registry cannot be reached from here.');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  removeFolders();
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packClient } from './pack.mjs';

const inputs = [
  'client',
  'server/contract/payments.ts',
  'server/contract/access.ts',
  'server/contract/agreements.ts',
  'server/contract/money.ts',
  'server/contract/problems.ts',
  'server/contract/reconciliation.ts',
  'server/launch/pack.mjs',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/**
 * @param {string} root
 * @returns {boolean} whether dist is missing, unfinished or made from other sources
 */
export function needsBuild(root) {
  return builtFrom(root) !== fingerprint(root, inputs);
}

/**
 * Builds the client into dist, which counts as built only once the build is over.
 * @param {string} root
 * @param {string} node the path of the Node that runs the build
 * @returns {string | undefined} what went wrong
 */
export function buildClient(root, node) {
  const sources = fingerprint(root, inputs);
  rmSync(stampPath(root), { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) return 'Tillside could not build its client: "vite build" failed, as shown above.';
  packClient(join(root, 'dist'));
  writeFileSync(stampPath(root), sources);
  return undefined;
}

/**
 * Contents rather than times: a checkout of older sources or a removed file must be noticed too.
 * @param {string} root
 * @param {string[]} paths files and folders
 * @returns {string}
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((input) => filesUnder(root, input))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path a file or a folder
 * @returns {string[]} the files there that can change the build, in a fixed order
 */
function filesUnder(root, path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (entry === undefined || /\.test\.tsx?$/.test(path)) return [];
  if (!entry.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/** @param {string} root */
function builtFrom(root) {
  return existsSync(stampPath(root)) ? readFileSync(stampPath(root), 'utf8') : undefined;
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'dist', '.built');
}

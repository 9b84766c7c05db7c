import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

const inputs = [
  'client',
  'server/contract.ts',
  'server/contract-reconciliation.ts',
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
  writeFileSync(stampPath(root), sources);
  return undefined;
}

/** @param {string} root */
function builtFrom(root) {
  return existsSync(stampPath(root)) ? readFileSync(stampPath(root), 'utf8') : undefined;
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'dist', '.built');
}

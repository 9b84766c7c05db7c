// Compiled code of the server, kept between starts: it starts sooner, and without the TypeScript stripper in memory.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './build.mjs';

const inputs = ['server', 'package.json', 'package-lock.json'];

/**
 * In a folder of our own: in the machine's temporary one, others could put code there.
 * @param {string} root
 * @returns {string}
 */
export function codeCachePath(root) {
  return join(root, 'node_modules', '.cache', 'tillside', 'code');
}

/**
 * @param {string} root
 * @returns {boolean} whether the server's sources have changed since they were compiled
 */
export function needsCompile(root) {
  return !existsSync(stampPath(root)) || readFileSync(stampPath(root), 'utf8') !== fingerprint(root, inputs);
}

/**
 * Compiles the server and the programs beside it ahead of their first start. They start without that too, so a failure is left for
 * them to show.
 * @param {string} root
 * @param {string} node the path of the Node that the server runs on
 */
export function compileServer(root, node) {
  const compile = join(root, 'server', 'launch', 'compile.mjs');
  if (spawnSync(node, [compile], { stdio: 'ignore' }).status !== 0) return;
  mkdirSync(codeCachePath(root), { recursive: true });
  writeFileSync(stampPath(root), fingerprint(root, inputs));
}

/** @param {string} root */
function stampPath(root) {
  return join(codeCachePath(root), '.compiled-from');
}

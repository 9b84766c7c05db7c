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
 * Code that was compiled with some options of V8 is no good with others.
 * @param {string} root
 * @returns {string[]} the options of Node with which `npm start` starts the server
 */
function optionsOfStart(root) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return scripts.start.split(' ').filter((/** @type {string} */ word) => word.startsWith('--'));
}

/**
 * Compiles the server ahead of its first start, and the programs beside it, which have no options. The server starts without that
 * too, so a failure is left for it to show.
 * @param {string} root
 * @param {string} node the path of the Node that the server runs on
 */
export function compileServer(root, node) {
  for (const options of [optionsOfStart(root), []]) {
    const compile = [...options, join(root, 'server', 'launch', 'compile.mjs')];
    if (spawnSync(node, compile, { stdio: 'ignore' }).status !== 0) return;
  }
  mkdirSync(codeCachePath(root), { recursive: true });
  writeFileSync(stampPath(root), fingerprint(root, inputs));
}

/** @param {string} root */
function stampPath(root) {
  return join(codeCachePath(root), '.compiled-from');
}

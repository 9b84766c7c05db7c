// The server in one file, compiled ahead and kept between starts: of its packages only what it calls is read, into less memory.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './build.mjs';

const inputs = ['server', 'package.json', 'package-lock.json'];
const cache = join('node_modules', '.cache', 'tillside');

/**
 * Beside what packages cache, and not in dist, whose files are for anybody.
 * @param {string} root
 * @returns {string}
 */
export function bundlePath(root) {
  return join(root, cache, 'server');
}

/**
 * In a folder of our own: in the machine's temporary one, others could put code there.
 * @param {string} root
 * @returns {string}
 */
export function codeCachePath(root) {
  return join(root, cache, 'code');
}

/**
 * @param {string} root
 * @returns {boolean} whether the bundle is missing, or the server's sources have changed since it was made
 */
export function needsBundle(root) {
  if (!existsSync(join(bundlePath(root), 'main.mjs')) || !existsSync(stampPath(root))) return true;
  return readFileSync(stampPath(root), 'utf8') !== fingerprint(root, inputs);
}

/**
 * Bundles the server, and compiles the bundle ahead of its first start. It starts without the latter too, so that a failure there is
 * left for it to show.
 * @param {string} root
 * @param {string} node the path of the Node that the server runs on
 * @returns {string | undefined} what went wrong
 */
export function bundleServer(root, node) {
  const sources = fingerprint(root, inputs);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [
    vite,
    'build',
    '--config',
    join('server', 'launch', 'bundle.config.ts'),
    '--logLevel',
    'warn',
  ];
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) return 'Tillside could not build its server: "vite build" failed, as shown above.';
  if (spawnSync(node, [join(root, 'server', 'launch', 'compile.mjs')], { stdio: 'ignore' }).status === 0) {
    mkdirSync(codeCachePath(root), { recursive: true });
    writeFileSync(stampPath(root), sources);
  }
  return undefined;
}

/** @param {string} root */
function stampPath(root) {
  return join(codeCachePath(root), '.compiled-from');
}

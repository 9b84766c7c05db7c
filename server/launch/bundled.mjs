// Where the bundled server is, and whether it is the server that the sources say. Asked at each start, so it loads little.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

const inputs = ['server', 'package-lock.json', 'tsconfig.json'];

/**
 * In a folder of our own: in the machine's temporary one, others could put code there.
 * @param {string} root
 * @returns {string}
 */
export function bundlePath(root) {
  return join(root, 'node_modules', '.cache', 'tillside', 'server');
}

/**
 * @param {string} root
 * @returns {string} where Node keeps compiled code between starts
 */
export function codeCachePath(root) {
  return join(root, 'node_modules', '.cache', 'tillside', 'code');
}

/**
 * @param {string} root
 * @returns {string} the file that says from what the bundle was made
 */
export function stampPath(root) {
  return join(bundlePath(root), '.bundled-from');
}

/**
 * @param {string} root
 * @returns {string}
 */
export function serverFingerprint(root) {
  return fingerprint(root, inputs);
}

/**
 * @param {string} root
 * @returns {boolean} whether there is a bundle, made from the sources and packages that are here now
 */
export function isBundled(root) {
  return existsSync(stampPath(root)) && readFileSync(stampPath(root), 'utf8') === serverFingerprint(root);
}

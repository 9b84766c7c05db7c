import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const neededMajor = 26;

/**
 * The Node that the npm scripts find first: the one that the package `node` brings, else the running one.
 * @param {string} root
 * @returns {string} a path
 */
export function projectNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = join(root, 'node_modules', 'node', 'bin', name);
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
  return `Tillside runs on Node ${neededMajor} from the npm package "node", but ${found}: npm may have blocked its install script. Run "npm approve-scripts node" if your npm has it, then "npm rebuild node", and try again.`;
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

// Puts together, in a folder of its own, what a shop installs: the bundled server and commands, the built client, and what npm reads.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packPath } from '../pack.mjs';
import { commandsOf, inPackageWords } from './commands.mjs';
import { manifestOf } from './manifest.mjs';

/** As they are, at the same place in the package. */
export const copied = ['LICENSE', '.env.example'];
const launched = ['tillside.mjs', 'called-as.mjs', 'node.mjs', 'end-with-npm.mjs'];
/** For people, who have the commands of the package and not the npm scripts of the sources. */
export const documents = [
  'SECURITY.md',
  'CHANGELOG.md',
  'docs/configuration.md',
  'docs/operations.md',
  'docs/chain.md',
  'docs/http.md',
];
/** Where a build lists the licences of the packages that it has taken in. */
const licences = join('.vite', 'license.md');
const font = 'node_modules/@fontsource-variable/inter/LICENSE';

/**
 * @param {string} root the repository's folder
 * @param {string} dist the built client
 * @param {string} to the folder, which is made anew
 * @param {string} node the path of the Node that bundles
 * @returns {string | undefined} what went wrong
 */
export function stagePackage(root, dist, to, node) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join('server', 'launch', 'package', 'bundle.config.ts');
  const args = [vite, 'build', '--config', config, '--outDir', join(to, 'server'), '--logLevel', 'warn'];
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) return 'Tillside could not bundle its package: "vite build" failed, as shown above.';

  for (const file of copied) cpSync(join(root, file), join(to, file));
  for (const file of launched) cpSync(join(root, 'server', 'launch', file), join(to, 'launch', file));
  for (const file of documents) write(to, file, inPackageWords(read(root, file)));
  write(to, 'README.md', read(root, 'server/launch/package/readme-of-package.md'));
  cpSync(packPath(dist), packPath(join(to, 'dist')));
  const licensed = [read(to, join('server', licences)), read(dist, licences), '# Inter', read(root, font)];
  write(to, 'LICENSES.md', licensed.join('\n\n'));
  rmSync(join(to, 'server', '.vite'), { recursive: true });

  write(to, 'package.json', json(manifestOf(JSON.parse(read(root, 'package.json')))));
  write(to, 'commands.json', json(commandsOf(root)));
  return undefined;
}

/**
 * @param {string} folder
 * @param {string} file
 */
const read = (folder, file) => readFileSync(join(folder, file), 'utf8');

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} text
 */
function write(folder, file, text) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** @param {object} content */
const json = (content) => `${JSON.stringify(content, null, 2)}\n`;

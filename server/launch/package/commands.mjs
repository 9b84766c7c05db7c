// The commands of the package are the npm scripts that run a file of server/commands: a script that is added there is one here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root the repository's folder
 * @returns {Record<string, string>} of each command what it does, which is what its file begins with
 */
export function commandsOf(root) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = Object.keys(scripts).filter((name) => scripts[name].endsWith(` server/commands/${name}.ts`));
  return Object.fromEntries(names.map((name) => [name, purposeOf(root, name)]));
}

/**
 * @param {string} root
 * @param {string} name
 */
function purposeOf(root, name) {
  const [first = ''] = readFileSync(join(root, 'server', 'commands', `${name}.ts`), 'utf8').split('\n');
  const [, purpose] = /^\/\/ `npm run [\w-]+`: (.+)\.$/.exec(first) ?? [];
  if (purpose === undefined) throw new Error(`server/commands/${name}.ts does not begin with what it is for`);
  return purpose;
}

/**
 * @param {string} text of the sources, which name npm scripts
 * @returns {string} the same with the commands of the package
 */
export function inPackageWords(text) {
  return text
    .replace(/\bnpm run ([a-z-]+)(?: --)?/g, 'npx tillside $1')
    .replace(/\bnpm start\b/g, 'npx tillside');
}

// By which words the package was called, for what tells people how to go on. Whatever Node there is reads this: old syntax here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} script what Node was told to run
 * @param {string} root the folder of the package
 * @param {Record<string, string | undefined>} env
 * @returns {string} what the name of a command follows
 */
export function calledAs(script, root, env) {
  if (env['npm_command'] === 'exec') return `npx ${givenToNpx(root) ?? 'tillside'}`;
  // A service, or somebody in another folder, calls the program by its path. Windows has a file of its own before it.
  return script.endsWith('.mjs') ? 'npx tillside' : script;
}

/**
 * @param {string} root
 * @returns {string | undefined} the file that npx has installed for this call alone; in the shop's folder, "npx tillside" would ask a registry
 */
function givenToNpx(root) {
  try {
    const manifest = JSON.parse(readFileSync(join(root, '..', '..', 'package.json'), 'utf8'));
    return manifest._npx.packages[0];
  } catch {
    return undefined;
  }
}

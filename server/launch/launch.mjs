import { buildClient, needsBuild } from './build.mjs';
import { bundleServer } from './bundle.mjs';
import { isBundled } from './bundled.mjs';
import { provideExec } from './exec.mjs';
import { installPackages, needsInstall } from './install.mjs';
import { nodeProblem, projectNode } from './node.mjs';

/**
 * Makes a checkout ready to run: the packages and, if wanted, the built client and the bundled server. Does nothing when
 * all is there.
 * @param {string} root the repository's folder
 * @param {boolean} withClient whether the client must be built too
 * @returns {number} the exit code: 0 when everything is ready
 */
export function launch(root, withClient) {
  const problem = installed(root) ?? nodeProblem(root) ?? (withClient ? built(root) : undefined);
  if (problem !== undefined) {
    console.error(problem);
    return 1;
  }
  if (withClient) bundle(root);
  provideExec(root, process.platform);
  return 0;
}

/** @param {string} root */
function installed(root) {
  if (!needsInstall(root)) return undefined;
  console.log('Installing packages: node_modules does not hold what package-lock.json asks for.');
  return installPackages(root);
}

/** @param {string} root */
function built(root) {
  if (!needsBuild(root)) return undefined;
  console.log('Building the client: dist does not match its sources.');
  return buildClient(root, projectNode(root));
}

/**
 * The server starts without a bundle too, so that is no reason to stop here.
 * @param {string} root
 */
function bundle(root) {
  if (isBundled(root)) return;
  console.log('Bundling the server: its bundle does not match its sources.');
  const problem = bundleServer(root, projectNode(root));
  if (problem !== undefined) console.warn(problem);
}

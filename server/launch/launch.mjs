import { buildClient, needsBuild } from './build.mjs';
import { compileServer, needsCompile } from './code-cache.mjs';
import { provideExec } from './exec.mjs';
import { installPackages, needsInstall } from './install.mjs';
import { nodeProblem, projectNode } from './node.mjs';

/**
 * Makes a checkout ready to run: the packages and, if wanted, the built client and the compiled server. Does nothing when
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
  if (withClient && needsCompile(root)) compileServer(root, projectNode(root));
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

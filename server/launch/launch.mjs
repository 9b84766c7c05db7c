import { buildClient, needsBuild } from './build.mjs';
import { bundleServer, needsBundle } from './bundle.mjs';
import { installPackages, needsInstall } from './install.mjs';
import { nodeProblem, projectNode } from './node.mjs';

/**
 * Makes a checkout ready to run: the packages and, if wanted, the built client and server. Does nothing when all is there.
 * @param {string} root the repository's folder
 * @param {{ dev: boolean, build: boolean }} wanted `dev`: what tests and checks need, too; `build`: client and server built
 * @returns {number} the exit code: 0 when everything is ready
 */
export function launch(root, { dev, build }) {
  const problem = installed(root, dev) ?? nodeProblem(root) ?? (build ? built(root) : undefined);
  if (problem === undefined) return 0;
  console.error(problem);
  return 1;
}

/**
 * @param {string} root
 * @param {boolean} dev
 */
function installed(root, dev) {
  if (!needsInstall(root, dev)) return undefined;
  console.log('Installing packages: node_modules does not hold what package-lock.json asks for.');
  return installPackages(root, dev);
}

/** @param {string} root */
function built(root) {
  const node = projectNode(root);
  if (needsBuild(root)) {
    console.log('Building the client: dist does not match its sources.');
    const problem = buildClient(root, node);
    if (problem !== undefined) return problem;
  }
  if (!needsBundle(root)) return undefined;
  console.log('Building the server: its bundle does not match its sources.');
  return bundleServer(root, node);
}

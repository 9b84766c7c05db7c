// `npm run package`: the file that a shop installs Tillside from, without its sources and what they are built with.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeCachePath } from '../bundle.mjs';
import { npmCommand } from '../install.mjs';
import { projectNode } from '../node.mjs';
import { stagePackage } from './stage.mjs';

const root = process.cwd();
const staged = join(codeCachePath(root), '..', 'package');

/** @returns {string | undefined} what went wrong */
function makePackage() {
  const problem = stagePackage(root, join(root, 'dist'), staged, projectNode(root));
  if (problem !== undefined) return problem;
  const npm = npmCommand(process.env, process.platform);
  const args = [...npm.args, 'pack', staged, '--pack-destination', root, '--loglevel=error'];
  const { status } = spawnSync(npm.file, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: npm.shell });
  if (status !== 0) return 'Tillside could not make its package: "npm pack" failed, as shown above.';
  const { version } = JSON.parse(readFileSync(join(staged, 'package.json'), 'utf8'));
  const file = `tillside-${version}.tgz`;
  console.log(
    `${file} is ready (${(statSync(join(root, file)).size / 1e6).toFixed(1)} MB); docs/install.md tells what to do with it.`,
  );
  return undefined;
}

const problem = makePackage();
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 1;
}

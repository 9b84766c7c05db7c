// The server as two files, with their compiled form: from its sources, Node looks for some 700 files at each start.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverFingerprint, stampPath } from './bundled.mjs';

/**
 * Bundles the server, which counts as bundled only once all of it is over.
 * @param {string} root
 * @param {string} node the path of the Node that the server runs on
 * @returns {string | undefined} what went wrong
 */
export function bundleServer(root, node) {
  const sources = serverFingerprint(root);
  rmSync(stampPath(root), { force: true });
  const script = join(root, 'server', 'launch', 'compile.mjs');
  const { status, stderr } = spawnSync(node, [script], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    return `Tillside could not bundle its server, so it starts from its sources, which takes a little longer:\n${stderr}`;
  }
  writeFileSync(stampPath(root), sources);
  return undefined;
}

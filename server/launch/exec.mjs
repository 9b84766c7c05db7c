import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The npm scripts say `exec node …`, because the shell that npm starts passes no signal on: without `exec`, ending npm would
 * leave the server behind. Windows knows no `exec`, so there it gets one that just runs what follows.
 * @param {string} root
 * @param {string} platform
 */
export function provideExec(root, platform) {
  if (platform === 'win32') writeFileSync(join(root, 'node_modules', '.bin', 'exec.cmd'), '@%*\r\n');
}

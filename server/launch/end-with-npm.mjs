// Ends the program when what npm started it by has ended. The shell of a script may pass no signal on: without this, ending npm would leave
// the program behind. Windows tells the programs of a console itself.
import { readFileSync } from 'node:fs';

const everyMs = 500;

/**
 * Of a shell between npm and us, which stays when npm itself is killed, whose child it is. Linux alone tells.
 * @returns {string | undefined} undefined also where npm is our parent: what has started that may end before it
 */
function npmBeforeShell() {
  try {
    const shell = `/proc/${process.ppid}`;
    if (!/^\S*sh\0-c\0/.test(readFileSync(`${shell}/cmdline`, 'utf8'))) return undefined;
    const stat = readFileSync(`${shell}/stat`, 'utf8');
    // Before it stands the name of the program, which may hold anything, in brackets.
    return stat.slice(stat.lastIndexOf(')')).split(' ')[2];
  } catch {
    return undefined;
  }
}

if (process.env['npm_lifecycle_event'] !== undefined && process.platform !== 'win32') {
  const parent = process.ppid;
  const npm = npmBeforeShell();
  /** What cannot be read just now, as where no more files may be opened, is no sign of an end. */
  const hasNpmEnded = () => npm !== undefined && (npmBeforeShell() ?? npm) !== npm;
  const timer = setInterval(() => {
    if (process.ppid === parent && !hasNpmEnded()) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, everyMs).unref();
}

// Who else on this machine can read what the server keeps: the rights of files as POSIX has them.
import { closeSync, existsSync, mkdirSync, openSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The same file by whatever name: a link to it, or a path from another folder. */
export function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file));
}

/** Makes a folder, and those above it, for the user alone that runs this. */
export const makeOwnFolder = (folder: string) => mkdirSync(folder, { recursive: true, mode: 0o700 });

/** Makes a database file, empty, for that user alone; what SQLite puts beside it gets the same rights. One that is there stays as it is. */
export function makeOwnFile(file: string): void {
  if (existsSync(file)) return;
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch {
    // SQLite is refused too, and says why.
  }
}

const ends = ['', '-wal', '-shm', '-journal', '.lock'];

/** As a shell reads it. */
const quoted = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/**
 * What to say about a database that others on this machine can open, with the command that mends it; null when there is nothing to say.
 * On Windows a file's mode tells nothing of that, so nothing is said.
 * @param file a path, or `:memory:`. @param more files that are as secret.
 */
export function rightsNotice(
  file: string,
  more: readonly string[] = [],
  platform: string = process.platform,
): string | null {
  if (file === ':memory:' || platform === 'win32') return null;
  const all = [...ends.map((end) => `${realPath(file)}${end}`), ...more];
  const open = all.filter((path) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0);
  if (open.length === 0) return null;
  const mend = `chmod 600 ${open.map(quoted).join(' ')}`;
  return `Other users of this machine can open what Tillside keeps in ${file}. Close it to them: ${mend}`;
}

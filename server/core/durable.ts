// Files that are to be there after a power cut too.
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';

/** So that what was written to a file is on the disk. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** So that a name that was given to a file is there; where folders cannot be opened, as on Windows, the system sees to it. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // The file itself is on the disk.
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error);

/**
 * Gives a file that is whole another name, never that of a file that is there. At each moment it has one of the two names, or both.
 * @throws with `code` EEXIST when the name is taken.
 */
export function giveNewName(file: string, name: string): void {
  try {
    linkSync(file, name);
    rmSync(file);
  } catch (error) {
    // Some disks, such as a memory stick's, know no links.
    if (codeOf(error) === 'EEXIST' || existsSync(name)) throw error;
    renameSync(file, name);
  }
}

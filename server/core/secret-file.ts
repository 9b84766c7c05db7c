// Files with secrets: for this user alone, made whole or not at all, and never in place of one that is there.
import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './durable.ts';

export const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error);

/** Gives a whole file a name, unless somebody else has it. Some disks, such as a memory stick's, know no links. */
function nameIt(unnamed: string, file: string): void {
  try {
    linkSync(unnamed, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(unnamed, file, constants.COPYFILE_EXCL);
  }
}

/** @throws with `code` EEXIST when there is such a file; then it may be read. */
export function makeSecretFile(file: string, text: string): void {
  const unnamed = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(unnamed, text, { mode: 0o600, flag: 'wx', flush: true });
    nameIt(unnamed, file);
  } finally {
    rmSync(unnamed, { force: true });
  }
  syncFolder(dirname(file));
}

// Files that are there whole or not at all, with what was there before beside them.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { timeInName } from '../../core/clock.ts';
import { syncFile, syncFolder } from '../../core/durable.ts';

/** For the user of the server alone: these files hold keys. */
const mode = 0o600;

/** A copy of what is there, under a name that nothing has. @returns that name; null where nothing is there. */
export function keepBeside(file: string, nowMs: number): string | null {
  if (!existsSync(file)) return null;
  for (let number = 1; ; number++) {
    const kept = `${file}.${timeInName(nowMs)}${number === 1 ? '' : `-${number}`}`;
    try {
      copyFileSync(file, kept, constants.COPYFILE_EXCL);
      chmodSync(kept, mode);
      return kept;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Where a link leads to, so that it stays one. */
const targetOf = (file: string) =>
  lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(file) : file;

/** Puts the text there in one step: a machine that stops halfway has the old file or the new one. */
export function save(file: string, text: string): void {
  const target = targetOf(file);
  const unfinished = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(unfinished, text, { mode, flag: 'wx' });
    syncFile(unfinished);
    renameSync(unfinished, target);
    syncFolder(dirname(target));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

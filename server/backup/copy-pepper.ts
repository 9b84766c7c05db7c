// The pepper beside a backup, where somebody wants both in one place.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readPepper } from '../access/secrets/pepper-file.ts';
import { syncFolder } from '../core/durable.ts';
import { BackupFailed } from './errors.ts';

/** What the copy beside a backup is called. */
export const pepperBeside = (backup: string) => `${backup}.pepper`;

/**
 * @param pepperFile null where there is none, as in the demo. @returns the file that was written; null where there is no pepper to copy.
 * @throws BackupFailed
 */
export function copyPepper(pepperFile: string | null, backup: string): string | null {
  if (pepperFile === null || readPepper(pepperFile) === null) return null;
  const copy = pepperBeside(backup);
  try {
    writeFileSync(copy, readFileSync(pepperFile), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error;
    throw new BackupFailed(`${backup} was made, but not the copy of the pepper beside it (${why}).`, {
      cause: error,
    });
  }
  syncFolder(dirname(copy));
  return copy;
}

// A copy of the database as the version before has left it, so that there is a way back.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreUnusable } from '../store/errors.ts';
import { migrationsIn, openToRead, versionIn } from '../store/sqlite/inspect.ts';
import { BackupFailed } from './errors.ts';
import { makeBackup } from './make-backup.ts';
import { backupsIn, type Environment, readName } from './names.ts';

/** The last of them are kept. */
const kept = 3;
const lockedMs = 2_000;

/** Beside the database: its disk is there whenever it is. */
export const besideDatabase = (file: string) => join(dirname(file), 'backups');

/** The version that has written it; where that is not on record, the last migration that it has been through. */
function writtenBy(file: string): string {
  const database = openToRead(file, lockedMs);
  try {
    return versionIn(database) ?? migrationsIn(database).map(String).toSorted().at(-1) ?? 'unknown';
  } finally {
    database.close();
  }
}

function removeOld(made: string): void {
  const own = readName(made.slice(dirname(made).length + 1));
  const ours = backupsIn(dirname(made)).filter(
    ({ why, id, environment }) => why.kind === 'upgrade' && id === own?.id && environment === own.environment,
  );
  const others = ours.filter(({ file }) => file !== made);
  for (const { file } of others.slice(kept - 1)) rmSync(file, { force: true });
}

/**
 * @returns the copy. @throws StoreUnusable when there can be none; nothing is to be changed then.
 */
export async function keepBeforeUpgrade(
  file: string,
  environment: Environment,
  atMs: number,
): Promise<string> {
  const why = { kind: 'upgrade', from: writtenBy(file) } as const;
  const request = { file, folder: besideDatabase(file), mayMakeFolder: true, environment, atMs, why };
  try {
    const made = await makeBackup({ ...request, how: 'quick' });
    removeOld(made.file);
    return made.file;
  } catch (error) {
    if (!(error instanceof BackupFailed)) throw error;
    const what = `The database ${file} has to be brought up to date, and a copy of it cannot be kept first.`;
    throw new StoreUnusable(`${what} Nothing has been changed. ${error.message}`, { cause: error });
  }
}

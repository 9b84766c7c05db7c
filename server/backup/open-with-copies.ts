// How the server and its commands open the database: with a copy before it is migrated, and with what to do when it is damaged.
import type { BackupsConfig } from '../config/backups.ts';
import { databaseOf } from '../store/database-of.ts';
import type { SqliteOptions } from '../store/sqlite/sqlite.ts';
import { besideDatabase, keepBeforeUpgrade } from './before-upgrade.ts';
import { backupsIn, type Environment, type Found } from './names.ts';

type Settings = Parameters<typeof databaseOf>[0] & { backups: BackupsConfig; environment: Environment };

function foundIn(folder: string, environment: Environment): Found[] {
  try {
    return backupsIn(folder).filter((found) => found.environment === environment);
  } catch {
    // It is not there, or its disk is not.
    return [];
  }
}

/** @returns the file of the newest backup of this environment, wherever they go; null when there is none. */
export function newestBackup(
  { folder }: BackupsConfig,
  environment: Environment,
  file: string,
): string | null {
  const folders = [besideDatabase(file), ...(folder === null ? [] : [folder])];
  const found = folders.flatMap((one) => foundIn(one, environment));
  return found.toSorted((one, other) => other.atMs - one.atMs)[0]?.file ?? null;
}

/** @param onKept told of the copy that was made before the database is brought up to date. */
export function openingOf(
  settings: Settings,
  onKept: (copy: string) => void,
): { file: string; options: SqliteOptions } {
  const { file, belongsTo } = databaseOf(settings);
  const { environment, backups } = settings;
  return {
    file,
    options: {
      belongsTo,
      newestBackup: () => newestBackup(backups, environment, file),
      beforeMigrating: async () => onKept(await keepBeforeUpgrade(file, environment, Date.now())),
    },
  };
}

/** What to tell whoever has started that which brings the database up to date. */
export const keptWords = (copy: string) =>
  `The database is of an earlier version and is brought up to date. As it was, it is kept as ${copy}.`;

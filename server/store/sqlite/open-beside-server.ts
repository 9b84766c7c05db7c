// A database opened for a moment by a command, while a server may be running on it.
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { migrations } from '../all-migrations.ts';
import { StoreUnusable } from '../errors.ts';
import { claim } from './file-lock.ts';
import { inspect, lockedMs, migrationsOf } from './inspect.ts';
import { createSqliteStore, type Database, openSqlite, type SqliteOptions } from './sqlite.ts';

function isServed(file: string): boolean {
  if (file === ':memory:' || !existsSync(file)) return false;
  const claimed = claim(file);
  claimed?.release();
  return claimed === null;
}

/**
 * As `openSqlite`, but also while a server has the database: its tables are left as that server made them.
 * @throws StoreUnusable
 */
export async function openBeside(file: string, options: SqliteOptions = {}): Promise<Database> {
  if (!isServed(file)) return openSqlite(file, options);
  const known = Object.keys(migrations);
  inspect(file, known, lockedMs, options.belongsTo, options.newestBackup);
  if (migrationsOf(file).length < known.length) {
    throw new StoreUnusable(
      `The server that runs on the database ${file} is an older version. Restart it first.`,
    );
  }
  return createSqliteStore(new DatabaseSync(file));
}

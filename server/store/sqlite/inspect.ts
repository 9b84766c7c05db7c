// A look at a database file before anything is written to it.
import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type Belonging, refuseOthers } from '../environment.ts';
import { putBackWords, StoreUnusable } from '../errors.ts';

/** Reading more than this would hold up the start of a shop for seconds on a slow disk. Damage in a larger one shows when it is read. */
const wholeBytes = 100_000_000;

/** For so long a start, which serves nobody yet, waits on the spot until another program gives up its lock. */
export const lockedMs = 2_000;

/** SQLITE_CORRUPT (https://sqlite.org/rescode.html). */
const corrupt = 11;

/** Whether every page is in order; whether each index finds each row takes five times as long and is not asked. */
function isWhole(database: DatabaseSync): boolean {
  try {
    return database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch (error) {
    // Damage to the list of tables itself is found before the check begins.
    if (error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === corrupt)
      return false;
    throw error;
  }
}

/** The names of the migrations that a database has been through. @throws what node:sqlite throws. */
export function migrationsIn(database: DatabaseSync): unknown[] {
  const [table] = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kysely_migration'").all();
  if (table === undefined) return [];
  return database
    .prepare('SELECT name FROM kysely_migration')
    .all()
    .map((row) => row['name']);
}

/**
 * To read, unless a killed server has left a journal: what was not finished is rolled back first, which takes a connection that may
 * write (SQLITE_READONLY_ROLLBACK). A database has one until it is turned to its write-ahead log.
 */
export function openToRead(file: string, waitMs: number): DatabaseSync {
  return new DatabaseSync(file, { readOnly: !existsSync(`${file}-journal`), timeout: waitMs });
}

/** The version of Tillside that a server started on it last; null where that is not on record. */
export function versionIn(database: DatabaseSync): string | null {
  const [table] = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit'").all();
  if (table === undefined) return null;
  const starts = "SELECT about FROM audit WHERE kind = 'server_started' ORDER BY sequence DESC LIMIT 1";
  const about = database.prepare(starts).get()?.['about'];
  return typeof about === 'string' && about !== '' ? about : null;
}

/** As `migrationsIn`, of the database in a file. */
export function migrationsOf(file: string): unknown[] {
  const database = openToRead(file, lockedMs);
  try {
    return migrationsIn(database);
  } finally {
    database.close();
  }
}

function refuseNewer(database: DatabaseSync, file: string, known: readonly string[]): void {
  const done = migrationsIn(database).map(String);
  const later = done.filter((name) => !known.includes(name));
  if (later.length === 0) return;
  const version = versionIn(database);
  const by = version === null ? '' : ` (${version})`;
  const what = `The database ${file} was written by a newer version of Tillside${by}. It has been through ${later.join(', ')}; this version knows ${known.at(-1) ?? 'nothing'} as the last step.`;
  const instead =
    'start that version, put the copy from before the upgrade back with npm run restore, or set DATABASE_URL to another file.';
  throw new StoreUnusable(`${what} It has been left as it is: ${instead}`);
}

/**
 * Reads only. A file that is not there is fine: it will be made.
 * @param known the names of the migrations of this version.
 * @param waitMs for a lock of another program. @param belongsTo and `newestBackup` as of `openSqlite`.
 * @throws StoreUnusable when the file is damaged, was written by a newer version or belongs to another environment; what node:sqlite throws when it cannot be read.
 */
export function inspect(
  file: string,
  known: readonly string[],
  waitMs = lockedMs,
  belongsTo?: Belonging,
  newestBackup: () => string | null = () => null,
): void {
  if (!existsSync(file)) return;
  const database = openToRead(file, waitMs);
  try {
    if (statSync(file).size <= wholeBytes && !isWhole(database)) {
      const what = `The database ${file} is damaged. It has been left as it is:`;
      throw new StoreUnusable(`${what} ${putBackWords(newestBackup())}`);
    }
    refuseNewer(database, file, known);
    if (belongsTo) refuseOthers(database, file, belongsTo);
  } finally {
    database.close();
  }
}

// SQLite through node:sqlite: write-ahead log, every commit on disk before it counts.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as payments from './migrations/001-payments.ts';
import { createQueries } from './queries.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const migrations = { '001-payments': payments };

/** The database cannot be opened, is damaged, or was written by a newer version; nothing in it has been changed. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
  constructor(file: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`The database ${file} cannot be used: ${why}`, { cause });
  }
}

/** Kysely's SQLite dialect was made for another driver; this is the difference. */
function adapt(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = database.prepare(text);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}

function open(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // A second process on the same file waits this long for the first before it gives up.
  database.exec('PRAGMA busy_timeout = 2000');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  return database;
}

/**
 * Opens the database and brings it up to date.
 * @param file a path, or `:memory:`.
 * @throws StoreUnusable
 */
export async function openSqlite(file: string): Promise<Store> {
  let db: Kysely<Tables> | undefined;
  try {
    db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(open(file)) }) });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return createQueries(db);
  } catch (error) {
    await db?.destroy();
    throw new StoreUnusable(file, error);
  }
}

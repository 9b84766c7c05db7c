// Reading a database as it is at one moment, while the server goes on writing it.
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { onOneConnection, type Reading } from '../reading/reading.ts';
import { createTurns } from '../reading/turns.ts';
import type { Tables } from '../tables.ts';
import { guarded, NodeSqliteDialect } from './dialect.ts';

/** A transaction that reads sees what was committed when it began, and keeps nobody from writing (https://sqlite.org/isolation.html). */
async function snapshotOf<Result>(
  file: string,
  read: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  const database = guarded(() => new DatabaseSync(file, { readOnly: true }));
  try {
    guarded(() => database.exec('BEGIN'));
    return await read(new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) }));
  } finally {
    database.close();
  }
}

/**
 * @param db is on `database`. Where there is no second connection, as to a database in memory, or no write-ahead log, so that a reader
 * would keep others from writing, all is read on the one that there is.
 */
export function readingOf(database: DatabaseSync, db: Kysely<Tables>): Reading {
  const file = database.location();
  const { journal_mode: mode } = database.prepare('PRAGMA journal_mode').get() ?? {};
  if (file === null || mode !== 'wal') return onOneConnection(db);
  return { turn: createTurns(), snapshot: (read) => snapshotOf(file, read) };
}

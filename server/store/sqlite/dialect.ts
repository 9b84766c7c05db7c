// SQLite through node:sqlite, as Kysely's dialect wants it: transactions that write from the start, and errors by what is wrong.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { type StoreTrouble, StoreUnavailable } from '../../core/store-unavailable.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that say nothing about what was asked. */
const troubles: Readonly<Record<number, StoreTrouble>> = {
  3: 'read_only', // PERM
  5: 'locked', // BUSY
  6: 'locked', // LOCKED
  8: 'read_only', // READONLY
  10: 'io', // IOERR
  11: 'corrupt', // CORRUPT
  13: 'full', // FULL
  14: 'io', // CANTOPEN
  15: 'locked', // PROTOCOL: the lock of the write-ahead log could not be had
  26: 'corrupt', // NOTADB
};
/** IOERR_SHMSIZE: the index of the write-ahead log has no room on the disk. */
const noRoomForIndex = 4874;

/** @returns StoreUnavailable when the database itself is the trouble; anything else as it is. */
export function toStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error;
  const code = Number(error.errcode);
  const trouble = code === noRoomForIndex ? 'full' : troubles[code & 0xff];
  return trouble === undefined ? error : new StoreUnavailable(trouble, error);
}

/** @throws StoreUnavailable when the database itself is the trouble; anything else as it is. */
export function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw toStoreError(error);
  }
}

/** The statements that are kept ready: more than all that we have, but for lists, which differ by what is searched. */
const mostStatements = 200;

/** Kysely's SQLite dialect was made for another driver, and prepares each statement anew; this is the difference. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  const statements = new LRUCache<string, SqliteStatement>({ max: mostStatements });

  function prepare(text: string): SqliteStatement {
    const statement = guarded(() => database.prepare(text));
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => guarded(() => statement.all(...values(parameters))),
      run: (parameters) => guarded(() => statement.run(...values(parameters))),
      iterate: (parameters) => guarded(() => statement.iterate(...values(parameters))),
    };
  }

  return {
    close: () => database.close(),
    prepare(text) {
      const statement = statements.get(text) ?? prepare(text);
      statements.set(text, statement);
      return statement;
    },
  };
}

class Driver extends SqliteDriver {
  readonly #database: DatabaseSync;
  constructor(database: DatabaseSync) {
    super({ database: adapt(database) });
    this.#database = database;
  }

  /** Asks for the right to write before anything is read: a transaction that is refused it has not begun, and can be repeated. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full or failing disk makes SQLite roll back by itself; a second rollback would fail and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

class Adapter extends SqliteAdapter {
  /** All migrations that are due are one transaction: SQLite can, though Kysely's dialect says that it cannot. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;
  /** @param database is closed with the Kysely that uses it. */
  constructor(database: DatabaseSync) {
    super({ database: adapt(database) });
    this.#database = database;
  }
  override createDriver(): Driver {
    return new Driver(this.#database);
  }
  override createAdapter(): Adapter {
    return new Adapter();
  }
}

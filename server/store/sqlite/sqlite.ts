// SQLite through node:sqlite: write-ahead log, every commit on disk before it counts.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { AccessStore } from '../access-store.ts';
import { migrations } from '../all-migrations.ts';
import type { AuditStore } from '../audit-store.ts';
import { cacheAccess, cachePayments } from '../cache/cached-store.ts';
import { type Belonging, claimFor } from '../environment.ts';
import { StoreUnusable } from '../errors.ts';
import type { ProductStore } from '../product-store.ts';
import { createAccessQueries } from '../queries/access/access.ts';
import { createAuditQueries } from '../queries/audit.ts';
import { createQueries } from '../queries/payments.ts';
import { createProductQueries } from '../queries/products.ts';
import { createSettingsQueries } from '../queries/settings.ts';
import { createVippsIdQueries } from '../queries/vipps-ids.ts';
import type { SettingsStore } from '../settings-store.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import type { VippsIdStore } from '../vipps-id-store.ts';
import { NodeSqliteDialect, toStoreError } from './dialect.ts';
import { type Claim, claim } from './file-lock.ts';
import { makeOwnFile, makeOwnFolder } from './file-rights.ts';
import { inspect, lockedMs, migrationsIn, migrationsOf } from './inspect.ts';
import { retryWhenLocked } from './retry-locked.ts';
import { readingOf } from './snapshot.ts';
import { unusable } from './unusable.ts';

/** One database with all that the server keeps. */
export type Database = Store & {
  readonly access: AccessStore;
  readonly audit: AuditStore;
  readonly products: ProductStore;
  readonly settings: SettingsStore;
  readonly vippsIds: VippsIdStore;
};

export type SqliteOptions = {
  /** Between two tries while another program has locked the database. */
  sleep?: (ms: number) => Promise<void>;
  migrations?: Record<string, Migration>;
  /** How long to wait at the start while another program has locked the database. */
  lockedMs?: number;
  /** Whose sales may be in it; without it, anybody's. */
  belongsTo?: Belonging;
  /** Done before a database that holds something is brought up to date; when it throws, nothing is changed. */
  beforeMigrating?: () => Promise<void>;
  /** The file to put back where it is damaged; null when none is known. */
  newestBackup?: () => string | null;
};

async function migrate(db: Kysely<Tables>, wanted: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => wanted } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Asked before the migrator is, which takes longer to find nothing to do than all the rest of opening a database. */
function isUpToDate(database: DatabaseSync, wanted: Record<string, Migration>): boolean {
  const [done, names] = [new Set(migrationsIn(database)), Object.keys(wanted)];
  return done.size === names.length && names.every((name) => done.has(name));
}

/** @returns a number that is another one after each write by another connection (https://sqlite.org/pragma.html#pragma_data_version). */
function dataVersionOf(database: DatabaseSync): () => number {
  const statement = database.prepare('PRAGMA data_version');
  return () => {
    try {
      return Number(statement.get()?.['data_version']);
    } catch {
      // Nothing that is kept counts then; the reads that follow say what is wrong, or wait for it.
      return Number.NaN;
    }
  };
}

/** The answer holds for all that is done in one turn of the event loop: asking SQLite means asking the system. */
function oncePerTurn(read: () => number): () => number {
  let known: number | null = null;
  return () => {
    if (known !== null) return known;
    setImmediate(() => {
      known = null;
    });
    known = read();
    return known;
  };
}

/** What PINs were stored as before stays in the file until the log is brought into it. */
function withoutTraces(access: AccessStore, database: DatabaseSync): AccessStore {
  return {
    ...access,
    async changePinHashes(change) {
      const changed = await access.changePinHashes(change);
      if (changed.length > 0) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return changed;
    },
  };
}

/**
 * Brings a database up to date, in one transaction, and makes sure that it can be written.
 * @param database belongs to the store from here on; it is closed when this fails.
 * @throws StoreUnavailable
 */
export async function createSqliteStore(
  database: DatabaseSync,
  options: SqliteOptions = {},
): Promise<Database> {
  try {
    database.exec(`PRAGMA busy_timeout = ${options.lockedMs ?? lockedMs}`);
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    // What a PIN was stored as before is overwritten, not only left out.
    database.exec('PRAGMA secure_delete = FAST');
    const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
    const wanted = options.migrations ?? migrations;
    if (!isUpToDate(database, wanted)) await migrate(db, wanted);
    const queries = createQueries(db, readingOf(database, db));
    await queries.check();
    if (options.belongsTo) claimFor(database, options.belongsTo.environment);
    // From here on waiting would hold up every screen: a query that is refused the lock is repeated later.
    database.exec('PRAGMA busy_timeout = 0');
    const sleep = options.sleep ?? ((ms) => wait(ms));
    const access = createAccessQueries(db);
    const writtenElsewhere = oncePerTurn(dataVersionOf(database));
    return {
      ...cachePayments(retryWhenLocked(queries, sleep), writtenElsewhere),
      access: withoutTraces(cacheAccess(retryWhenLocked(access, sleep), writtenElsewhere), database),
      audit: retryWhenLocked(createAuditQueries(db), sleep),
      products: retryWhenLocked(createProductQueries(db), sleep),
      settings: retryWhenLocked(createSettingsQueries(db), sleep),
      vippsIds: retryWhenLocked(createVippsIdQueries(db), sleep),
    };
  } catch (error) {
    if (database.isOpen) database.close();
    throw toStoreError(error);
  }
}

/** Whether it holds something, and has not been through all migrations. */
function isOfEarlierVersion(file: string, known: readonly string[]): boolean {
  const done = existsSync(file) ? migrationsOf(file) : [];
  return done.length > 0 && done.length < known.length;
}

function makeFolder(folder: string): void {
  try {
    makeOwnFolder(folder);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error;
    const instead = 'Make it, or set DATABASE_URL to a file elsewhere.';
    throw new StoreUnusable(`The folder ${folder} for the database cannot be made (${why}). ${instead}`);
  }
}

function claimAlone(file: string): Claim {
  const claimed = claim(file);
  if (claimed !== null) return claimed;
  const instead = 'Stop that one, or set DATABASE_URL to another file for this one.';
  throw new StoreUnusable(`Another Tillside server uses the database ${file}. ${instead}`);
}

/**
 * Opens the database for this process alone and brings it up to date. A file that cannot be used is left as it is.
 * @param file a path, or `:memory:`.
 * @throws StoreUnusable
 */
export async function openSqlite(file: string, options: SqliteOptions = {}): Promise<Database> {
  if (file === ':memory:') return createSqliteStore(new DatabaseSync(file), options);
  makeFolder(dirname(file));
  let claimed: Claim | undefined;
  try {
    claimed = claimAlone(file);
    const known = Object.keys(options.migrations ?? migrations);
    inspect(file, known, options.lockedMs, options.belongsTo, options.newestBackup);
    if (isOfEarlierVersion(file, known)) await options.beforeMigrating?.();
    makeOwnFile(file);
    const store = await createSqliteStore(new DatabaseSync(file), options);
    const close = async () => {
      await store.close();
      claimed?.release();
    };
    return { ...store, close };
  } catch (error) {
    claimed?.release();
    throw unusable(file, error, options.newestBackup);
  }
}

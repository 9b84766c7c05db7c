// What a database file holds, read only: for a backup after it was written, and before it is put in place.
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { pepperIdOf } from '../access/staff/stored-pin.ts';
import { type Verdict, verify } from '../audit/verify.ts';
import { type Belonging, environmentOf, othersIn } from '../store/environment.ts';
import { createAuditQueries } from '../store/queries/audit.ts';
import { NodeSqliteDialect } from '../store/sqlite/dialect.ts';
import { migrationsIn, versionIn } from '../store/sqlite/inspect.ts';
import type { Tables } from '../store/tables.ts';
import { BackupFailed } from './errors.ts';
import { type Environment, idOf } from './names.ts';

export type Contents = {
  /** null of a database that no server has opened yet that knew. */
  environment: Environment | null;
  id: string;
  migrations: string[];
  /** Of Tillside, as it last started on it; null where that is not on record. */
  version: string | null;
  payments: number;
  /** When a payment changed last or something was put on record, by the wall clock; null when nothing ever was. */
  lastChangeMs: number | null;
  /** null of a version that kept no audit log. */
  audit: Verdict | null;
  /** Which peppers its PINs need. */
  pepperIds: string[];
  /** Whose it is, if not that of who asks. */
  others: ReturnType<typeof othersIn>;
};

function hasTable(database: DatabaseSync, name: string): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined
  );
}

const numberOf = (database: DatabaseSync, sql: string): number | null => {
  const [value] = Object.values(database.prepare(sql).get() ?? {});
  return typeof value === 'number' ? value : null;
};

function lastChangeIn(database: DatabaseSync): number | null {
  const times = [numberOf(database, 'SELECT max(updated_at) FROM payments')];
  if (hasTable(database, 'audit')) {
    times.push(numberOf(database, 'SELECT at FROM audit ORDER BY sequence DESC LIMIT 1'));
  }
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function pepperIdsIn(database: DatabaseSync): string[] {
  if (!hasTable(database, 'staff')) return [];
  const hashes = database.prepare('SELECT pin_hash FROM staff').all();
  const ids = hashes.map((row) => pepperIdOf(String(row['pin_hash'])));
  return [...new Set(ids.filter((id) => id !== null))];
}

/** `whole`: also whether each index finds each row, which takes ten times as long. */
export type Thoroughness = 'whole' | 'quick';

function refuseDamaged(database: DatabaseSync, file: string, how: Thoroughness): void {
  const pragma = how === 'whole' ? 'integrity_check' : 'quick_check';
  const said = database.prepare(`PRAGMA ${pragma}(1)`).get()?.[pragma];
  if (said !== 'ok') throw new BackupFailed(`${file} is damaged: ${said}.`);
}

async function contentsOf(database: DatabaseSync, belongsTo: Belonging | null): Promise<Contents> {
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  return {
    environment: environmentOf(database) as Environment | null,
    id: idOf(database),
    migrations: migrationsIn(database).map(String).toSorted(),
    version: versionIn(database),
    payments: numberOf(database, 'SELECT count(*) FROM payments') ?? 0,
    lastChangeMs: lastChangeIn(database),
    audit: hasTable(database, 'audit_head') ? await verify(createAuditQueries(db), null) : null,
    pepperIds: pepperIdsIn(database),
    others: belongsTo && othersIn(database, belongsTo),
  };
}

export type Reader = {
  readonly how: Thoroughness;
  /** Who asks; null where that is anybody. */
  readonly belongsTo: Belonging | null;
  /** What it is called to people; by default what it is. */
  readonly called?: string;
};

/** @throws BackupFailed for a file that is damaged, or none of Tillside. */
export async function readBackup(file: string, { how, belongsTo, called = file }: Reader): Promise<Contents> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    refuseDamaged(database, called, how);
    if (migrationsIn(database).length === 0) throw new BackupFailed(`${called} is no database of Tillside.`);
    return await contentsOf(database, belongsTo);
  } catch (error) {
    if (error instanceof BackupFailed) throw error;
    const why = error instanceof Error ? (error.cause instanceof Error ? error.cause : error).message : error;
    throw new BackupFailed(`${called} is damaged, or no database of Tillside (${why}).`, { cause: error });
  } finally {
    database.close();
  }
}

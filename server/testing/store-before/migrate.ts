// A database file of an earlier version, brought up to date.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { migrations } from '../../store/all-migrations.ts';
import { type Database, openSqlite } from '../../store/sqlite/sqlite.ts';

/** Somebody who is there in the tests of migrations. */
export const kari = `insert into staff (id, name, name_key, role, pin_hash, created_at)
  values ('kari', 'Kari', 'kari', 'manager', 'x', 5);`;

/** @returns the open store of a database that has been at `number`'s predecessor, where `rows` were written. It is closed with the test. */
export async function migratedFromBefore(number: string, rows: string): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'tillside.db');
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < number));
  await (await openSqlite(file, { migrations: before })).close();
  const database = new DatabaseSync(file);
  database.exec(rows);
  database.close();
  const store = await openSqlite(file);
  onTestFinished(() => store.close());
  return store;
}

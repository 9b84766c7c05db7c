// A database file with payments and an audit log in it, for tests of backups.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openToRead } from '../../store/sqlite/inspect.ts';
import type { Database } from '../../store/sqlite/sqlite.ts';
import { openSqlite } from '../../store/sqlite/sqlite.ts';
import { aPayment } from '../payments.ts';
import { layDatabase } from '../store.ts';
import { told } from '../store-contract/audit.ts';

export const referenceOf = (number: number) => `p-${String(number).padStart(5, '0')}`;

export async function sell(store: Database, number: number): Promise<void> {
  const payment = aPayment({ reference: referenceOf(number), state: 'approved', createdAtMs: number });
  const { version, state } = payment;
  const entry = { version, atMs: 0, event: 'created', state, by: null, detail: {} } as const;
  await store.create(payment, entry, null);
  await store.audit.append(told({ about: payment.reference, atMs: number }));
}

/** @returns the open store of a new database `shop.db` in a folder. */
export async function aShopDatabase(
  folder: string,
  sales: number,
  belongsTo = 'test' as const,
): Promise<Database> {
  const file = join(folder, 'shop.db');
  await layDatabase(file);
  const store = await openSqlite(file, { belongsTo: { environment: belongsTo, msns: ['654321'] } });
  for (let number = 1; number <= sales; number += 1) await sell(store, number);
  return store;
}

/** A database as a version of long ago has left it. */
export function layEarlierDatabase(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(readFileSync(new URL('../store-before/013-voided.sql', import.meta.url), 'utf8'));
  database.close();
}

/** All rows of all tables but those that each opening of a database changes. */
export function rowsOf(file: string): Record<string, unknown[]> {
  // What a kill has left half-done is rolled back.
  const database = openToRead(file, 2_000);
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all();
    const names = tables.map(({ name }) => String(name)).filter((name) => name !== 'clock_anchors');
    const rows = (name: string) =>
      database
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => JSON.stringify(row));
    return Object.fromEntries(names.map((name) => [name, rows(name).toSorted()]));
  } finally {
    database.close();
  }
}

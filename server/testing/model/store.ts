// The store of every story of a till: one database, brought up to date once and emptied between two stories, which takes no time.
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { cachePayments } from '../../store/cache/cached-store.ts';
import { createQueries } from '../../store/queries/payments.ts';
import { NodeSqliteDialect } from '../../store/sqlite/dialect.ts';
import { createSqliteStore } from '../../store/sqlite/sqlite.ts';
import type { Store } from '../../store/store.ts';
import type { Tables } from '../../store/tables.ts';

const tables = [
  'payments',
  'payment_history',
  'payment_images',
  'operations',
  'money_movements',
  'closed_days',
  'sent_calls',
] as const;
const database = new DatabaseSync(':memory:');
const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
const isReady = createSqliteStore(database);

/** Only one at a time: the next is made of the same database. */
export async function anEmptyStore(): Promise<Store> {
  await isReady;
  for (const table of tables) database.exec(`DELETE FROM ${table}`);
  return cachePayments(createQueries(db), () => 0);
}

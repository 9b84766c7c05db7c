// What lists and reports are read by is made of what a database of before holds.
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { attentionCodes, problemCodes } from '../../contract/problems.ts';
import { migrations } from '../all-migrations.ts';
import { createSqliteStore, type Database } from '../sqlite/sqlite.ts';

/** A database of before, with a payment for each problem and one without, on each of which something was refunded. */
async function anOldOne(shop: string): Promise<DatabaseSync> {
  const database = new DatabaseSync(':memory:');
  const old = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '017'));
  const store = await createSqliteStore(database, { migrations: old });
  const bytes = database.serialize();
  await store.close();
  const again = new DatabaseSync(':memory:');
  again.deserialize(bytes);
  const payment =
    again.prepare(`insert into payments (reference, base, till, shop, api, state, currency, text, search, lines, capture,
    amount, expires_at, reserved_amount, captured_amount, refunded_amount, refunding_amount, problem, created_at, updated_at, version, sequence)
    values (?, '', '1', ?, 'ecom', 'approved', 'NOK', '', '', '[]', 'none', 100, 0, 0, 0, 0, 0, ?, 5, 0, 1, ?)`);
  const moved = again.prepare(
    `insert into money_movements (reference, version, kind, amount, found, at) values (?, 1, 'refunded', 7, 0, 5)`,
  );
  for (const [index, code] of [null, ...problemCodes].entries()) {
    const reference = code ?? 'none';
    const problem = code === null ? null : JSON.stringify({ code, message: 'released' });
    payment.run(reference, shop, problem, index);
    moved.run(reference);
  }
  return again;
}

const day = { fromMs: 0, toMs: 10 };
const referencesOf = (list: readonly { reference: string }[]) =>
  list.map(({ reference }) => reference).sort();
const booksOf = async (store: Database, shop: string, till?: string) =>
  (await store.readDay(shop, day, 0, till)).movements.length;

it('finds what needs attention, and what money did, as before', async () => {
  const store = await createSqliteStore(await anOldOne('shop'));
  const { payments } = await store.list({ attention: 'true', till: '1' }, 'shop');
  expect(referencesOf(payments)).toEqual([...attentionCodes].sort());
  expect([await booksOf(store, 'shop'), await booksOf(store, 'shop', '1')]).toEqual([
    problemCodes.length + 1,
    problemCodes.length + 1,
  ]);
  expect([await booksOf(store, 'other'), await booksOf(store, 'shop', '2')]).toEqual([0, 0]);
  await store.close();
});

it('gives the books of nobody to the shop that takes the payments', async () => {
  const store = await createSqliteStore(await anOldOne(''));
  await store.adopt([['1', { shop: 'oslo', msn: '1' }]], { shop: 'other', msn: '2' });
  expect([await booksOf(store, 'oslo'), await booksOf(store, '')]).toEqual([problemCodes.length + 1, 0]);
  await store.close();
});

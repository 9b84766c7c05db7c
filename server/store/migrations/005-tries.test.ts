// Which stored payments are tries of one sale was told by their names alone: what they become when that is stored.
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrations } from '../all-migrations.ts';
import { createSqliteStore } from '../sqlite/sqlite.ts';

type Row = { reference: string; state?: string; till?: string; startedOver?: true };

/** A database of before with these payments, the oldest first. */
async function anOldOne(rows: readonly Row[]): Promise<DatabaseSync> {
  const database = new DatabaseSync(':memory:');
  const old = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '005'));
  const store = await createSqliteStore(database, { migrations: old });
  const bytes = database.serialize();
  await store.close();
  const again = new DatabaseSync(':memory:');
  again.deserialize(bytes);
  rows.forEach(({ reference, state = 'cancelled', till = '1', startedOver }, at) => {
    again
      .prepare(`insert into payments (reference, till, api, state, currency, text, search, lines, capture, amount, expires_at,
        reserved_amount, captured_amount, refunded_amount, refunding_amount, created_at, updated_at, version, sequence)
        values (?, ?, 'ecom', ?, 'NOK', '', '', '[]', 'none', 100, 0, 0, 0, 0, 0, 0, 0, 1, ?)`)
      .run(reference, till, state, at + 1);
    if (!startedOver) return;
    again
      .prepare(`insert into payment_history (reference, version, at, event, state, detail)
        values (?, 2, 0, 'started_over', 'closing', '{}')`)
      .run(reference);
  });
  return again;
}

/** @returns which try of which sale each has become. */
async function triesOf(rows: readonly Row[]): Promise<string[]> {
  const store = await createSqliteStore(await anOldOne(rows));
  const found = await Promise.all(rows.map(({ reference }) => store.find(reference)));
  await store.close();
  return found.map((payment) => `${payment?.base} ${payment?.attempt}`);
}

test('what ended unpaid and was tried again becomes the tries of one sale', async () => {
  const rows = [
    { reference: 'bill-1204' },
    { reference: 'bill-1204-2' },
    { reference: 'bill-1204-3', state: 'approved' },
  ];
  expect(await triesOf(rows)).toEqual(['bill-1204 1', 'bill-1204 2', 'bill-1204 3']);
});

test('[P11] a bill that was paid was never tried again: the next one is another bill', async () => {
  const rows = [
    { reference: 'bill-1204', state: 'approved' },
    { reference: 'bill-1204-2' },
    { reference: 'bill-1204-2-2' },
  ];
  expect(await triesOf(rows)).toEqual(['bill-1204 1', 'bill-1204-2 1', 'bill-1204-2 2']);
});

test('[P4] one that was started over counts as tried again, though it was paid after all', async () => {
  const rows = [
    { reference: 'till-1-a', state: 'approved', startedOver: true } as const,
    { reference: 'till-1-a-2' },
  ];
  expect(await triesOf(rows)).toEqual(['till-1-a 1', 'till-1-a 2']);
});

test('a name with a suffix and nothing before it is a name', async () => {
  const rows = [
    { reference: 'table-2' },
    { reference: 'bill-7-3' },
    { reference: 'bill-7', till: '2' },
    { reference: 'bill-7-2' },
  ];
  expect(await triesOf(rows)).toEqual(['table-2 1', 'bill-7-3 1', 'bill-7 1', 'bill-7-2 1']);
});

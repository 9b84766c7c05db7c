// What the histories of the version before become, in which `released` was another step than it is now.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { Migration } from 'kysely/migration';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { migrations } from '../all-migrations.ts';
import { StoreUnusable } from '../errors.ts';
import { openSqlite, type SqliteOptions } from '../sqlite/sqlite.ts';

const left = readFileSync(new URL('../../testing/store-before/013-voided.sql', import.meta.url), 'utf8');
const upTo = (last: string): Record<string, Migration> =>
  Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last));

let file: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  file = join(folder, 'tillside.db');
  write(left);
});

function write(text: string): void {
  const database = new DatabaseSync(file);
  database.exec(text);
  database.close();
}

const migrated = async (options: SqliteOptions = { migrations: upTo('013-voided') }) =>
  (await openSqlite(file, options)).close();

type Row = Record<string, SQLOutputValue>;

/** All rows of all tables, as they lie, but for what says which migrations were made. */
function rows(): Record<string, Row[]> {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").all();
  const ours = tables.map(({ name }) => String(name)).filter((name) => !name.startsWith('kysely'));
  const all = ours.map((name) => [name, database.prepare(`select * from ${name} order by rowid`).all()]);
  database.close();
  return Object.fromEntries(all);
}

/** The steps of each payment, in their order. */
function histories(): Record<string, string> {
  const steps = rows()['payment_history']?.toSorted(
    (one, other) => Number(one['version']) - Number(other['version']),
  );
  const found = Object.groupBy(steps ?? [], ({ reference }) => String(reference));
  const told = (all: Row[] = []) => all.map(({ event }) => event).join(' ');
  return Object.fromEntries(Object.entries(found).map(([reference, all]) => [reference, told(all)]));
}

test('[P3] the histories of all APIs tell the same under the names of now', async () => {
  await migrated();
  expect(histories()).toEqual({
    'ecom-cancelled-1-sale': 'created presented cancel voided',
    'ecom-expired-1-sale': 'created presented scanned ran_out voided',
    'ecom-late-1-sale': 'created presented scanned cancel voided reserved voided',
    'ecom-crossed-1-sale': 'created presented scanned cancel voided',
    'ecom-released-1-sale': 'created presented scanned reserved release released',
    'ecom-rest-1-sale': 'created presented scanned reserved capture captured release released',
    'epayment-cancelled-1-sale': 'created presented cancel voided',
    'epayment-expired-1-sale': 'created presented ran_out voided',
    'epayment-crossed-1-sale': 'created presented cancel voided',
    'epayment-released-1-sale': 'created presented reserved release released',
    'epayment-rest-1-sale': 'created presented reserved capture captured release released',
    'recurring-cancelled-1-sale': 'created presented cancel voided',
    'recurring-late-1-sale': 'created presented cancel voided reserved voided',
    'recurring-crossed-1-sale': 'created presented cancel voided',
    'recurring-released-1-sale': 'created presented reserved release released',
    'recurring-rest-1-sale': 'created presented reserved capture captured release released',
    'recurring-stopped-1-sale': 'created presented reserved capture captured stop stopped released',
  });
});

test('[P10] no row is lost, moved or changed but for those names: versions, amounts and books are as they were', async () => {
  const { payment_history: before = [], ...others } = rows();
  await migrated();
  const { payment_history: after, ...same } = rows();
  const isNow: Record<string, string> = { released: 'voided', given_back: 'released' };
  expect(after).toEqual(
    before.map(({ event, ...row }) => ({ ...row, event: isNow[String(event)] ?? event })),
  );
  expect(same).toEqual(others);
  const counts = ['released', 'given_back'].map(
    (name) => before.filter(({ event }) => event === name).length,
  );
  expect(counts).toEqual([12, 7]);
  expect(others['money_movements']?.filter(({ kind }) => kind === 'released')).toHaveLength(9);
});

test('a history with both old meanings keeps each where it was', async () => {
  const names = 'created given_back released released given_back presented released'.split(' ');
  const step = (event: string, at: number) =>
    `insert into payment_history (reference, version, at, event, state, detail) values ('both', ${at + 1}, 0, '${event}', 'approved', '{"event":"released"}');`;
  write(names.map(step).join('\n'));
  await migrated();
  expect(histories()['both']).toBe('created released voided voided released presented voided');
  expect(rows()['payment_history']?.filter(({ detail }) => detail === '{"event":"released"}')).toHaveLength(
    7,
  );
});

test('opened again, by this version or a later one, the names stay', async () => {
  await migrated();
  const once = rows();
  await migrated();
  await migrated({});
  expect(rows()['payment_history']).toEqual(once['payment_history']);
});

test('[P10] a migration that breaks off leaves the names of before, and the next start changes them once', async () => {
  const before = rows();
  const up = () => Promise.reject(new Error('killed'));
  await expect(migrated({ migrations: { ...upTo('013-voided'), '999-killed': { up } } })).rejects.toThrow();
  expect(rows()).toEqual(before);
  await migrated();
  expect(histories()).toMatchObject({
    'ecom-late-1-sale': 'created presented scanned cancel voided reserved voided',
    'epayment-released-1-sale': 'created presented reserved release released',
  });
});

test('the version before, which means something else by the names of now, does not open it any more', async () => {
  await migrated();
  const once = rows();
  await expect(migrated({ migrations: upTo('012-agreements') })).rejects.toThrow(StoreUnusable);
  expect(rows()).toEqual(once);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPayment } from '../testing/payments.ts';
import { listContract } from './list-contract.ts';
import { openSqlite } from './sqlite.ts';
import { storeContract } from './store-contract.ts';

describe('the SQLite store', () => {
  storeContract(() => openSqlite(':memory:'));
  listContract(() => openSqlite(':memory:'));
});

describe('the SQLite file', () => {
  let folder: string;
  const file = () => join(folder, 'deep', 'tillside.db');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('[P10] holds what was written after it is closed and opened again', async () => {
    const first = await openSqlite(file());
    const payment = aPayment();
    const detail = {};
    await first.create(payment, { version: 2, atMs: 0, event: 'created', state: 'presented', detail }, null);
    await first.close();
    const second = await openSqlite(file());
    expect(await second.find(payment.reference)).toEqual(payment);
    await second.close();
  });

  it('[P2] is written through to the disk before a change counts', async () => {
    const store = await openSqlite(file());
    const other = new DatabaseSync(file());
    expect(other.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    other.close();
    await store.close();
  });

  it('is refused with its name when it is no database', async () => {
    const path = join(folder, 'broken.db');
    writeFileSync(
      path,
      'this is not a database, but it is long enough to look like a file of one'.repeat(20),
    );
    await expect(openSqlite(path)).rejects.toThrow(/broken\.db/);
  });

  it('is refused when a newer version has written it', async () => {
    const store = await openSqlite(file());
    await store.close();
    const raw = new DatabaseSync(file());
    raw.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('999-later', '2030-01-01')");
    raw.close();
    await expect(openSqlite(file())).rejects.toThrow(/tillside\.db cannot be used: .*999-later/s);
  });
});

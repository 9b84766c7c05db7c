import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPayment } from '../../testing/payments.ts';
import { aStore } from '../../testing/store.ts';
import { accessContract } from '../../testing/store-contract/access.ts';
import { keyContract } from '../../testing/store-contract/api-keys.ts';
import { auditContract } from '../../testing/store-contract/audit.ts';
import { dayContract } from '../../testing/store-contract/day.ts';
import { listContract } from '../../testing/store-contract/list.ts';
import { storeContract } from '../../testing/store-contract/payments.ts';
import { productContract } from '../../testing/store-contract/products.ts';
import { sentCallsContract } from '../../testing/store-contract/sent-calls.ts';
import { settingsContract } from '../../testing/store-contract/settings.ts';
import { shopsContract } from '../../testing/store-contract/shops.ts';
import { signInContract } from '../../testing/store-contract/sign-in.ts';
import { vippsIdContract } from '../../testing/store-contract/vipps-ids.ts';
import { createSqliteStore, openSqlite } from './sqlite.ts';

describe('the SQLite store', () => {
  storeContract(aStore);
  listContract(aStore);
  dayContract(aStore);
  accessContract(aStore);
  signInContract(aStore);
  keyContract(aStore);
  productContract(aStore);
  settingsContract(aStore);
  shopsContract(aStore);
  vippsIdContract(aStore);
  sentCallsContract(aStore);
  auditContract(aStore);
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
    await first.create(
      payment,
      { version: 2, atMs: 0, event: 'created', state: 'presented', by: null, detail },
      null,
    );
    await first.close();
    const second = await openSqlite(file());
    expect(await second.find(payment.reference)).toEqual(payment);
    await second.close();
  });

  it('[P2] is written through to the disk before a change counts', async () => {
    const database = new DatabaseSync(join(folder, 'tillside.db'));
    const store = await createSqliteStore(database);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    // 2 is FULL (https://www.sqlite.org/pragma.html#pragma_synchronous).
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    await store.close();
  });
});

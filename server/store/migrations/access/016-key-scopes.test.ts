// What the keys may do that were made before there were scopes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../all-migrations.ts';
import { openSqlite } from '../../sqlite/sqlite.ts';

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '016'));

test('[P8] keys that are there go on with all that they could do, and a row without scopes may do nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'tillside.db');
  await (await openSqlite(file, { migrations: before })).close();
  const insert = (id: string) =>
    `insert into api_keys (id, name, name_key, token_hash, till, shop, created_at) values ('${id}', '${id}', '${id}', 'hash of ${id}', '1', 'oslo', 5)`;
  const write = (text: string) => {
    const database = new DatabaseSync(file);
    database.exec(text);
    database.close();
  };
  write(insert('old'));
  await (await openSqlite(file)).close();
  write(insert('without'));

  const store = await openSqlite(file);
  onTestFinished(() => store.close());
  const when = { createdAtMs: 5, expiresAtMs: null, lastUsedAtMs: null, oldEndsAtMs: null };
  const key = { shop: 'oslo', till: '1', ...when };
  expect(await store.access.listKeys()).toEqual([
    { id: 'old', name: 'old', scopes: ['sell', 'refund', 'read'], ...key },
    { id: 'without', name: 'without', scopes: [], ...key },
  ]);
  expect(await store.access.findKey('hash of old')).toMatchObject({ id: 'old', isOld: false });
});

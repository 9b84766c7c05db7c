// When the PIN was entered on sessions from before that was kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../all-migrations.ts';
import { openSqlite } from '../../sqlite/sqlite.ts';

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '019'));

test('[P8] a session from before goes on, and counts as proved when it was opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'tillside.db');
  await (await openSqlite(file, { migrations: before })).close();
  const openedMs = 1_795_423_921_090;
  const database = new DatabaseSync(file);
  database.exec(
    `insert into staff (id, name, name_key, role, pin_hash, created_at) values ('kari', 'Kari', 'kari', 'manager', 'x', 5)`,
  );
  database.exec(
    `insert into sessions (token_hash, staff_id, expires_at) values ('hash', 'kari', ${openedMs + 12 * 3_600_000})`,
  );
  database.close();
  const store = await openSqlite(file);
  onTestFinished(() => store.close());
  expect(await store.access.findSession('hash')).toMatchObject({
    member: { id: 'kari' },
    expiresAtMs: openedMs + 12 * 3_600_000,
    provedAtMs: openedMs,
  });
});

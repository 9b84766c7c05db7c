// What is known of the work on sessions from before it was kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../all-migrations.ts';
import { openSqlite } from '../../sqlite/sqlite.ts';

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '020'));

test('[P8] a session from before is not locked, and counts as worked on when the PIN was entered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'tillside.db');
  await (await openSqlite(file, { migrations: before })).close();
  const database = new DatabaseSync(file);
  database.exec(`
    insert into staff (id, name, name_key, role, pin_hash, created_at) values ('kari', 'Kari', 'kari', 'manager', 'x', 5);
    insert into sessions (token_hash, staff_id, expires_at, proved_at) values ('hash', 'kari', 9000, 7000);
  `);
  database.close();
  const store = await openSqlite(file);
  onTestFinished(() => store.close());
  const session = { expiresAtMs: 9_000, provedAtMs: 7_000, activeAtMs: 7_000, isLocked: false };
  expect(await store.access.findSession('hash')).toMatchObject(session);
});

// What is known of where a session from before was opened.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../all-migrations.ts';
import { openSqlite } from '../../sqlite/sqlite.ts';

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '021'));

test('[P8] sessions from before go on, each with an id of its own, and without a place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'tillside.db');
  await (await openSqlite(file, { migrations: before })).close();
  const database = new DatabaseSync(file);
  database.exec(`
    insert into staff (id, name, name_key, role, pin_hash, created_at) values ('kari', 'Kari', 'kari', 'manager', 'x', 5);
    insert into sessions (token_hash, staff_id, expires_at, proved_at, active_at) values ('a', 'kari', 9000, 1, 7), ('b', 'kari', 9000, 1, 8);
  `);
  database.close();
  const store = await openSqlite(file);
  onTestFinished(() => store.close());
  const sessions = await store.access.listSessions(8_999);
  expect(sessions).toMatchObject([
    { tokenHash: 'b', activeAtMs: 8, openedAtMs: null, address: '', browser: '' },
    { tokenHash: 'a', activeAtMs: 7 },
  ]);
  expect(new Set(sessions.map(({ id }) => id)).size).toBe(2);
  expect(sessions[0]?.id).toMatch(/^[0-9a-f]{32}$/);
  expect(await store.access.listSessions(9_000)).toEqual([]);
});

// What is known of where a session from before was opened.
import { expect, test } from 'vitest';
import { kari, migratedFromBefore } from '../../../testing/store-before/migrate.ts';

const opened = `insert into sessions (token_hash, staff_id, expires_at, proved_at, active_at)
  values ('a', 'kari', 9000, 1, 7), ('b', 'kari', 9000, 1, 8)`;

test('[P8] sessions from before go on, each with an id of its own, and without a place', async () => {
  const store = await migratedFromBefore('021', `${kari} ${opened}`);
  const sessions = await store.access.listSessions(8_999);
  expect(sessions).toMatchObject([
    { tokenHash: 'b', activeAtMs: 8, openedAtMs: null, address: '', browser: '' },
    { tokenHash: 'a', activeAtMs: 7 },
  ]);
  expect(new Set(sessions.map(({ id }) => id)).size).toBe(2);
  expect(sessions[0]?.id).toMatch(/^[0-9a-f]{32}$/);
  expect(await store.access.listSessions(9_000)).toEqual([]);
});

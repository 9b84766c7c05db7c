// What is known of the work on sessions from before it was kept.
import { expect, test } from 'vitest';
import { kari, migratedFromBefore } from '../../../testing/store-before/migrate.ts';

const opened = `insert into sessions (token_hash, staff_id, expires_at, proved_at) values ('hash', 'kari', 9000, 7000)`;

test('[P8] a session from before is not locked, and counts as worked on when the PIN was entered', async () => {
  const store = await migratedFromBefore('020', `${kari} ${opened}`);
  const session = { expiresAtMs: 9_000, provedAtMs: 7_000, activeAtMs: 7_000, isLocked: false };
  expect(await store.access.findSession('hash')).toMatchObject(session);
});

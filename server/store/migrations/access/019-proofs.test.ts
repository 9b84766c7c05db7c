// When the PIN was entered on sessions from before that was kept.
import { expect, test } from 'vitest';
import { kari, migratedFromBefore } from '../../../testing/store-before/migrate.ts';

const openedMs = 1_795_423_921_090;
const expiresAtMs = openedMs + 12 * 3_600_000;

test('[P8] a session from before goes on, and counts as proved when it was opened', async () => {
  const session = `insert into sessions (token_hash, staff_id, expires_at) values ('hash', 'kari', ${expiresAtMs})`;
  const store = await migratedFromBefore('019', `${kari} ${session}`);
  expect(await store.access.findSession('hash')).toMatchObject({
    member: { id: 'kari' },
    expiresAtMs,
    provedAtMs: openedMs,
  });
});

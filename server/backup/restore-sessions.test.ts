// [P8] Sessions that were open when a backup was made.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPins } from '../access/staff/pin.ts';
import { createStaff } from '../access/staff/staff.ts';
import { migrations } from '../store/all-migrations.ts';
import { aSession } from '../testing/access/sessions.ts';
import { aShopDatabase, rowsOf } from '../testing/files/shop-database.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const atMs = Date.parse('2026-03-02T03:04:05.678Z');

test('[P8] a backup that is put back lets nobody in who was signed in when it was made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-restore-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'shop.db');
  const store = await aShopDatabase(folder, 1);
  const staff = createStaff(store.access, { nowMs: () => atMs }, createPins({ pepper: null }));
  const { id } = await staff.add({ name: 'Kari', pin: '86420975', role: 'manager' });
  await store.access.openSession(aSession('hash', id));
  const made = { environment: 'test', atMs, why: { kind: 'asked' }, how: 'quick' } as const;
  const { file: backup } = await makeBackup({
    ...made,
    file,
    folder: join(folder, 'backups'),
    mayMakeFolder: true,
  });
  await store.access.endSession('hash');
  await store.close();

  await restoreBackup({
    backup,
    file,
    belongsTo: { environment: 'test', msns: ['654321'] },
    pepperFile: () => null,
    withoutPepper: false,
    known: Object.keys(migrations),
    atMs,
    tell: () => undefined,
  });
  expect(rowsOf(backup)['sessions']).toHaveLength(1);
  expect(rowsOf(file)['sessions']).toEqual([]);
  expect(rowsOf(file)['staff']).toHaveLength(1);
});

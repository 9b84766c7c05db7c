// The program that makes a backup for the server, as a process of its own; and what is told of it.

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { tillsOf } from '../../core/tills.ts';
import { createMetrics } from '../../http/metrics.ts';
import type { Database } from '../../store/sqlite/sqlite.ts';
import { config, shop } from '../../testing/config.ts';
import { aShopDatabase } from '../../testing/files/shop-database.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { readBackup } from '../read-backup.ts';
import { folderNotice, startNights } from './nights.ts';

const program = fileURLToPath(new URL('program.ts', import.meta.url));
let folder: string;
let store: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-nights-'));
  store = await aShopDatabase(folder, 3);
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
});

function aNight(to: string | null) {
  const [clock, metrics, lines] = [manualClock(), createMetrics(), [] as string[]];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const env = {
    ...shop,
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    ...(to === null ? {} : { BACKUP_DIR: to }),
  };
  const settings = config(env);
  const tills = tillsOf(settings.tills);
  const nights = startNights({ config: settings, tills, store, clock, metrics, log, program });
  onTestFinished(() => nights.stop());
  const age = async () => /^tillside_backup_age_seconds (.*)$/m.exec((await metrics.read()).text)?.[1];
  return { clock, lines, age };
}

test('[P10] a night beside a running server makes a backup that is whole, and its age is a metric', async () => {
  const to = join(folder, 'backups');
  mkdirSync(to);
  const { clock, lines, age } = aNight(to);
  expect(await age()).toBe('+Inf');
  await clock.advance(600_000);
  await expect.poll(() => lines.join()).toContain('backup made');
  const [name = '', ...more] = readdirSync(to);
  expect(more).toEqual([]);
  expect(name).toMatch(/-nightly\.db$/);
  const contents = await readBackup(join(to, name), { how: 'whole', belongsTo: null });
  expect(contents).toMatchObject({ payments: 3, audit: { fault: null } });
  await clock.advance(60_000);
  expect(await age()).toBe('60');
});

test('a night whose folder is away is an error in the log, in the words of a person', async () => {
  const to = join(folder, 'stick');
  const { clock, lines } = aNight(to);
  await clock.advance(600_000);
  await expect.poll(() => lines.join()).toContain('no backup was made');
  expect(folderNotice({ backups: { folder: to, keep: 1 } })).toMatch(
    /^BACKUP_DIR is .*stick, which is not there/,
  );
  expect(folderNotice({ backups: { folder, keep: 1 } })).toBeNull();
});

test('without BACKUP_DIR nothing is made, and there is no metric', async () => {
  const { clock, lines, age } = aNight(null);
  await clock.advance(48 * 3_600_000);
  expect([lines, await age(), readdirSync(folder).filter((name) => name === 'backups')]).toEqual([
    [],
    undefined,
    [],
  ]);
});

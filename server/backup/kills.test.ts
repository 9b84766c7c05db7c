// [P10] Commands that are killed at random moments of their work: the ledger stays what it was, and the next run does it.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { migrations } from '../store/all-migrations.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import { type KillPlan, randomOf, runAndKill } from '../testing/files/kill-round.ts';
import { aShopDatabase, referenceOf, rowsOf, sell } from '../testing/files/shop-database.ts';
import { told } from '../testing/store-contract/audit.ts';
import { makeBackup } from './make-backup.ts';
import { backupsIn } from './names.ts';
import { readBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const seed = 20_261_201;
const rounds = 5;
/** About as long as the work takes from its first sign on. */
const mostMs = 60;
const belongsTo = { environment: 'test', msns: ['654321'] } as const;
let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-kills-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const backUp = async () =>
  (
    await makeBackup({
      file: at('shop.db'),
      folder: at('backups'),
      mayMakeFolder: true,
      environment: 'test',
      atMs: Date.now(),
      why: { kind: 'asked' },
      how: 'quick',
    })
  ).file;

/** All that is stored, but that a backup and a restore are on record themselves, and that a restore ends sessions. */
const ledgerOf = (file: string): Record<string, unknown[]> => {
  const { audit, audit_head, sessions, ...ledger } = rowsOf(file);
  return ledger;
};

const referencesIn = (ledger: Record<string, unknown[]>): string[] =>
  (ledger['payments'] ?? []).map((row) => JSON.parse(String(row)).reference).toSorted();
const firstReferences = (count: number) => Array.from({ length: count }, (_, at) => referenceOf(at + 1));

async function play(plan: Omit<KillPlan, 'delayMs' | 'folder'>, check: () => Promise<void>): Promise<number> {
  const random = randomOf(seed);
  let kills = 0;
  for (let round = 0; round < rounds; round += 1) {
    if (await runAndKill({ ...plan, folder, delayMs: random() * mostMs })) kills += 1;
    await check();
  }
  return kills;
}

test(`[P10] a backup that is killed leaves no file that looks like one and is none (seed ${seed})`, async () => {
  const store = await aShopDatabase(folder, 300);
  mkdirSync(at('backups'));
  const before = ledgerOf(at('shop.db'));
  const parts = () => readdirSync(at('backups')).filter((name) => name.endsWith('.part')).length;
  let left = 0;
  const kills = await play({ name: 'backup', words: [], hasBegun: () => parts() > left }, async () => {
    left = parts();
    for (const { file } of backupsIn(at('backups'))) {
      expect(await readBackup(file, { how: 'whole', belongsTo })).toMatchObject({ payments: 300 });
      expect(ledgerOf(file)).toEqual(before);
    }
    expect(ledgerOf(at('shop.db'))).toEqual(before);
  });
  expect(kills).toBeGreaterThan(0);
  await sell(store, 301);
  await store.close();
  expect(await readBackup(await backUp(), { how: 'whole', belongsTo })).toMatchObject({ payments: 301 });
});

test(`[P10] a backup that is killed while a shop sells costs no sale that was acknowledged, nor does one that is made so (seed ${seed})`, async () => {
  const store = await aShopDatabase(folder, 100);
  mkdirSync(at('backups'));
  let acknowledged = 100;
  let isOpen = true;
  const selling = (async () => {
    while (isOpen) {
      await sell(store, acknowledged + 1);
      acknowledged += 1;
      await sleep(2);
    }
  })();
  const parts = () => readdirSync(at('backups')).filter((name) => name.endsWith('.part')).length;
  /** Each with how much had been acknowledged when it was begun. */
  const made = new Map<string, number>();
  let [left, atBeginning] = [0, acknowledged];
  const check = async () => {
    for (const { file } of backupsIn(at('backups'))) if (!made.has(file)) made.set(file, atBeginning);
    [left, atBeginning] = [parts(), acknowledged];
    expect(referencesIn(ledgerOf(at('shop.db')))).toEqual(
      expect.arrayContaining(firstReferences(acknowledged)),
    );
  };
  const kills = await play({ name: 'backup', words: [], hasBegun: () => parts() > left }, check);
  expect(kills).toBeGreaterThan(0);
  await backUp();
  await check();
  isOpen = false;
  await selling;
  await store.close();
  expect(acknowledged).toBeGreaterThan(110);
  const ledger = ledgerOf(at('shop.db'));
  expect(referencesIn(ledger)).toEqual(firstReferences(acknowledged));
  expect(made.size).toBeGreaterThan(0);
  for (const [file, least] of made) {
    const kept = ledgerOf(file);
    const count = kept['payments']?.length ?? 0;
    expect(count).toBeGreaterThanOrEqual(least);
    // What was sold is a whole beginning of what was acknowledged, row by row.
    expect(referencesIn(kept)).toEqual(firstReferences(count));
    for (const [table, rows] of Object.entries(kept))
      expect(ledger[table]).toEqual(expect.arrayContaining(rows));
  }
});

test(`[P10] a restore that is killed leaves the database of before or the one of the backup, whole (seed ${seed})`, async () => {
  const store = await aShopDatabase(folder, 300);
  const backup = await backUp();
  await sell(store, 301);
  await store.close();
  const [before, after] = [ledgerOf(at('shop.db')), ledgerOf(backup)];
  copyFileSync(at('shop.db'), at('before'));
  const plan = { name: 'restore', words: [backup], hasBegun: () => existsSync(at('shop.db.restoring')) };
  const kills = await play(plan, async () => {
    const opened = await openSqlite(at('shop.db'), { belongsTo });
    await opened.close();
    const ledger = ledgerOf(at('shop.db'));
    expect([before['payments']?.length, after['payments']?.length]).toContain(ledger['payments']?.length);
    expect(ledger).toEqual(ledger['payments']?.length === 301 ? before : after);
    // The next round begins as the first one did.
    copyFileSync(at('before'), at('shop.db'));
    rmSync(at('shop.db.restoring'), { force: true });
  });
  expect(kills).toBeGreaterThan(0);
  const request = { backup, file: at('shop.db'), belongsTo, pepperFile: () => null, withoutPepper: false };
  const known = Object.keys(migrations);
  await restoreBackup({ ...request, known, atMs: Date.now(), tell: () => told() });
  expect(ledgerOf(at('shop.db'))).toEqual(after);
});

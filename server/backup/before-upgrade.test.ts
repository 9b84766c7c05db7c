// What is kept of a database before a newer version brings it up to date, and what is left when that is broken off.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startEntry } from '../audit/start-entry.ts';
import { migrations } from '../store/all-migrations.ts';
import { StoreUnusable } from '../store/errors.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import { damage } from '../testing/breakable-store.ts';
import { config, shop } from '../testing/config.ts';
import { randomOf, runAndKill } from '../testing/files/kill-round.ts';
import { aShopDatabase, layEarlierDatabase, rowsOf } from '../testing/files/shop-database.ts';
import { nameOf } from './names.ts';
import { openingOf } from './open-with-copies.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const copies = () => (existsSync(at('backups')) ? readdirSync(at('backups')).toSorted() : []);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-upgrade-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** As the server opens it. @returns what was told. */
async function opened(env = {}, more = {}): Promise<string[]> {
  const told: string[] = [];
  const settings = config({ ...shop, DATABASE_URL: `file:${at('shop.db')}`, ...env });
  const { file, options } = openingOf(settings, (copy) => told.push(copy));
  await (await openSqlite(file, { ...options, ...more })).close();
  return told;
}

async function saidOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreUnusable);
  return (error as StoreUnusable).message;
}

/** Of the sales unit of these tests. */
function anEarlierShop(): void {
  layEarlierDatabase(at('shop.db'));
  const raw = new DatabaseSync(at('shop.db'));
  raw.exec("UPDATE payments SET msn = '654321'");
  raw.close();
}

const noLater = { migrations: { ...migrations, '999-later': { up: async () => undefined } } };

describe('before a database is brought up to date', () => {
  test('it is kept as it was, under the step that it had come to', async () => {
    anEarlierShop();
    copyFileSync(at('shop.db'), at('before'));
    const [copy = ''] = await opened();
    expect(copy).toMatch(/\/backups\/tillside-test-[0-9a-f]{8}-\S+Z-before-upgrade-from-012-agreements\.db$/);
    expect(rowsOf(copy)).toEqual(rowsOf(at('before')));
    expect(await opened()).toEqual([]);
    expect(copies()).toHaveLength(1);
  });

  test('it is kept under the version that has started on it last, where that is on record', async () => {
    const store = await aShopDatabase(folder, 1);
    await store.audit.append(startEntry(config(shop), '1.0.0-rc.1', 0));
    await store.close();
    expect((await opened({}, noLater))[0]).toMatch(/-before-upgrade-from-1\.0\.0-rc\.1\.db$/);
  });

  test('the last three are kept, and no other file is removed', async () => {
    anEarlierShop();
    copyFileSync(at('shop.db'), at('before'));
    await opened();
    const [id = ''] = /[0-9a-f]{8}/.exec(copies()[0] ?? '') ?? [];
    const old = (ms: number, of = id) =>
      nameOf({ environment: 'test', id: of, atMs: ms, why: { kind: 'upgrade', from: '0.1.0' } });
    const others = [old(1, '00000000'), old(1).replace('test', 'demo'), 'mine.db'];
    for (const name of [old(1), old(2), old(3), ...others]) writeFileSync(at(`backups/${name}`), '');
    copyFileSync(at('before'), at('shop.db'));
    await opened();
    const left = copies();
    expect(left).toHaveLength(3 + others.length);
    expect(left).toEqual(expect.arrayContaining([old(3), ...others]));
  });

  test('and cannot be kept, nothing is changed, and a sentence says why', async () => {
    anEarlierShop();
    writeFileSync(at('backups'), 'a file is in the way');
    const before = rowsOf(at('shop.db'));
    expect(await saidOf(opened())).toMatch(
      /^The database .* a copy of it cannot be kept first\. Nothing has been changed\. /,
    );
    expect(rowsOf(at('shop.db'))).toEqual(before);
  });

  test('a new one, and one that is up to date, is not copied', async () => {
    expect([await opened(), await opened(), copies()]).toEqual([[], [], []]);
  });
});

test('a database of a newer version is left as it is, and both versions are named', async () => {
  const store = await aShopDatabase(folder, 1);
  await store.audit.append(startEntry(config(shop), '2.0.0', 0));
  await store.close();
  await opened({}, noLater);
  const said = await saidOf(opened());
  expect(said).toMatch(
    / a newer version of Tillside \(2\.0\.0\)\. It has been through 999-later; this version knows \d{3}-/,
  );
  expect(said).toContain('put the copy from before the upgrade back with npm run restore');
});

test('of a damaged database the newest backup is named that there is, wherever it lies', async () => {
  await (await aShopDatabase(folder, 1)).close();
  damage(at('shop.db'));
  expect(await saidOf(opened())).toMatch(/ with: npm run restore -- <file of the backup>$/);
  const named = { environment: 'test', id: '00000000', why: { kind: 'nightly' } } as const;
  const [older, newer] = [nameOf({ ...named, atMs: 1 }), nameOf({ ...named, atMs: 2 })];
  writeFileSync(at(newer), '');
  writeFileSync(at(nameOf({ ...named, environment: 'production', atMs: 3 })), '');
  expect(await saidOf(opened({ BACKUP_DIR: folder }))).toContain(`with: npm run restore -- ${at(newer)}`);
  rmSync(at(newer));
  writeFileSync(at(older), '');
  expect(await saidOf(opened({ BACKUP_DIR: folder }))).toContain(`with: npm run restore -- ${at(older)}`);
});

const seed = 20_261_202;

test(`[P10] a migration that is killed leaves the database as it was or as it is to be (seed ${seed})`, async () => {
  const random = randomOf(seed);
  anEarlierShop();
  copyFileSync(at('shop.db'), at('before'));
  const steps = () => rowsOf(at('shop.db'))['kysely_migration']?.length;
  /** All that is stored, but when each step was taken. */
  const ledger = () => {
    const { kysely_migration, kysely_migration_lock, ...rows } = rowsOf(at('shop.db'));
    return rows;
  };
  const [before, stepsBefore] = [rowsOf(at('shop.db')), steps()];
  await opened();
  const [after, stepsAfter] = [ledger(), steps()];
  let kills = 0;
  for (let round = 0; round < 5; round += 1) {
    copyFileSync(at('before'), at('shop.db'));
    rmSync(at('backups'), { recursive: true });
    const hasBegun = () => copies().some((name) => name.endsWith('.db'));
    if (await runAndKill({ name: 'keys', words: ['list'], folder, hasBegun, delayMs: random() * 60 }))
      kills += 1;
    expect([stepsBefore, stepsAfter]).toContain(steps());
    if (steps() === stepsBefore) expect(rowsOf(at('shop.db'))).toEqual(before);
    await opened();
    expect(ledger()).toEqual(after);
  }
  expect(kills).toBeGreaterThan(0);
});

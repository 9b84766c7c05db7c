import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { damage } from '../testing/breakable-store.ts';
import { asOrdinaryUser } from '../testing/files/ordinary-user.ts';
import { aShopDatabase, rowsOf, sell } from '../testing/files/shop-database.ts';
import { BackupFailed } from './errors.ts';
import { type BackupRequest, makeBackup, refuseWithoutRoom } from './make-backup.ts';
import { backupsIn, nameOf, readName } from './names.ts';
import { readBackup } from './read-backup.ts';

const atMs = Date.parse('2026-03-02T03:04:05.678Z');
let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const request = (bent: Partial<BackupRequest> = {}): BackupRequest => ({
  file: at('shop.db'),
  folder: at('backups'),
  mayMakeFolder: true,
  environment: 'test',
  atMs,
  why: { kind: 'asked' },
  how: 'whole',
  ...bent,
});

async function saidOf(bent: Partial<BackupRequest> = {}): Promise<string> {
  const error = await makeBackup(request(bent)).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BackupFailed);
  return (error as BackupFailed).message;
}

async function aClosedShop(sales = 3): Promise<void> {
  await (await aShopDatabase(folder, sales)).close();
}

describe('a backup', () => {
  test('[P10] holds what was committed, while a server has the database and a change is under way', async () => {
    const store = await aShopDatabase(folder, 20);
    const other = new DatabaseSync(at('shop.db'));
    other.exec("BEGIN IMMEDIATE; UPDATE payments SET text = 'half of it'");
    const { file, contents } = await makeBackup(request());
    other.exec('ROLLBACK');
    other.close();
    expect(rowsOf(file)).toEqual(rowsOf(at('shop.db')));
    expect(contents).toMatchObject({ payments: 20, environment: 'test', audit: { fault: null, upTo: 0 } });
    await sell(store, 21);
    await store.close();
  });

  test('[P8] is one file, for its user alone, in such a folder, and says in its name whose it is and when it was made', async () => {
    await aClosedShop();
    const { file } = await makeBackup(request());
    expect(readdirSync(at('backups'))).toEqual([basename(file)]);
    expect(basename(file)).toMatch(/^tillside-test-[0-9a-f]{8}-2026-03-02T03-04-05-678Z\.db$/);
    expect([statSync(file).mode & 0o777, statSync(at('backups')).mode & 0o777]).toEqual([0o600, 0o700]);
    await readBackup(file, { how: 'whole', belongsTo: null });
    expect(readdirSync(at('backups'))).toEqual([basename(file)]);
  });

  test('goes over no file that is there', async () => {
    await aClosedShop();
    const { file } = await makeBackup(request());
    writeFileSync(file, 'mine');
    expect(await saidOf()).toContain('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(at('backups'))).toEqual([basename(file)]);
  });

  test('[P12] tells of an audit log that was changed, and is made all the same', async () => {
    await aClosedShop();
    const raw = new DatabaseSync(at('shop.db'));
    raw.exec("DROP TRIGGER audit_no_update_on_audit; UPDATE audit SET about = 'other' WHERE sequence = 2");
    raw.close();
    const { contents } = await makeBackup(request());
    expect(contents.audit?.fault).toEqual({ sequence: 2, why: 'changed' });
  });

  test('clears away what a killed one has left, and nothing else', async () => {
    await aClosedShop();
    mkdirSync(at('backups'));
    const [left, running, others] = [
      'tillside-test-a-1.db.part',
      'tillside-test-a-2.db.part',
      'photo.part',
    ].map((name) => at(`backups/${name}`)) as [string, string, string];
    for (const file of [left, running, others]) writeFileSync(file, 'half');
    for (const file of [left, others]) utimesSync(file, atMs / 1000 - 7_200, atMs / 1000 - 7_200);
    utimesSync(running, atMs / 1000, atMs / 1000);
    await makeBackup(request());
    expect([left, running, others].map((file) => existsSync(file))).toEqual([false, true, true]);
  });
});

describe('no backup is made, nothing is left, and a sentence says why', () => {
  test('when the database is damaged', async () => {
    await aClosedShop();
    damage(at('shop.db'));
    expect(await saidOf()).toMatch(/shop\.db.* is damaged/);
    expect(existsSync(at('backups')) ? readdirSync(at('backups')) : []).toEqual([]);
  });

  test('when an index of it does not find each row', async () => {
    await aClosedShop();
    const raw = new DatabaseSync(at('shop.db'), { defensive: false });
    const other = "sql = 'CREATE INDEX audit_at ON audit (kind, sequence)'";
    raw.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET ${other} WHERE name = 'audit_at'`);
    raw.close();
    expect(await saidOf()).toMatch(/is damaged/);
    expect(readdirSync(at('backups'))).toEqual([]);
  });

  test('when there is no database', async () => {
    expect(await saidOf()).toContain('There is no database');
  });

  test('when its folder is not there, and may not be made', async () => {
    await aClosedShop();
    expect(await saidOf({ mayMakeFolder: false })).toMatch(
      /backups for backups is not there\. .*its disk is there/,
    );
    expect(existsSync(at('backups'))).toBe(false);
  });

  test('when its folder cannot be written', async () => {
    await aClosedShop();
    mkdirSync(at('backups'), { mode: 0o555 });
    chmodSync(folder, 0o777);
    chmodSync(at('shop.db'), 0o666);
    expect(await asOrdinaryUser(() => saidOf())).toMatch(
      /backups cannot be written \(EACCES\)\. No backup was made\./,
    );
    expect(readdirSync(at('backups'))).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('when a write fails in the middle', async () => {
    await aClosedShop(2_000);
    const program = fileURLToPath(new URL('nights/program.ts', import.meta.url));
    // Files of this process may have so many blocks of 512 bytes: fewer than the copy needs.
    const limited = ['-c', 'ulimit -f 800; exec "$0" "$@"', process.execPath, program];
    const { stdout } = spawnSync('sh', [...limited, JSON.stringify(request())], { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual({ failed: expect.stringContaining('No backup was made.') });
    expect(readdirSync(at('backups'))).toEqual([]);
  });

  test('when it would leave no room on the disk for the sales', () => {
    expect(() => refuseWithoutRoom(folder, 2 ** 60)).toThrow(
      / are needed for a copy of the database\. Make room/,
    );
    expect(() => refuseWithoutRoom(folder, 1)).not.toThrow();
  });
});

describe('the name of a backup', () => {
  test.each([
    { kind: 'asked' } as const,
    { kind: 'nightly' } as const,
    { kind: 'upgrade', from: '1.0.0-rc.1' } as const,
  ])('says what it says: %j', (why) => {
    const named = { environment: 'production', id: '0a1b2c3d', atMs, why } as const;
    expect(readName(nameOf(named))).toEqual(named);
  });

  test.each([
    'tillside-test-0a1b2c3d.db',
    'tillside-other-0a1b2c3d-2026-03-02T03-04-05-678Z.db',
    'tillside-test-0a1b2c3d-2026-13-02T03-04-05-678Z.db',
    'tillside-test-0a1b2c3d-2026-03-02T03-04-05-678Z.db.part',
    'x-tillside-test-0a1b2c3d-2026-03-02T03-04-05-678Z.db',
  ])('is not %s', (name) => expect(readName(name)).toBeNull());

  test('puts the newest first', () => {
    const of = (ms: number) =>
      nameOf({ environment: 'test', id: '0a1b2c3d', atMs: ms, why: { kind: 'nightly' } });
    for (const ms of [2, 3, 1]) writeFileSync(at(of(ms)), '');
    writeFileSync(at('other.db'), '');
    expect(backupsIn(folder).map(({ atMs }) => atMs)).toEqual([3, 2, 1]);
  });
});

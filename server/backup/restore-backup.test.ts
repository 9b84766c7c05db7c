import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { settlePepper } from '../access/secrets/settle-pepper.ts';
import { createPins } from '../access/staff/pin.ts';
import { createStaff } from '../access/staff/staff.ts';
import { migrations } from '../store/all-migrations.ts';
import { openSqlite } from '../store/sqlite/sqlite.ts';
import { damage } from '../testing/breakable-store.ts';
import { asOrdinaryUser } from '../testing/files/ordinary-user.ts';
import {
  aShopDatabase,
  layEarlierDatabase,
  referenceOf,
  rowsOf,
  sell,
} from '../testing/files/shop-database.ts';
import { faultIn, told } from '../testing/store-contract/audit.ts';
import { copyPepper } from './copy-pepper.ts';
import { BackupFailed } from './errors.ts';
import { makeBackup } from './make-backup.ts';
import { type RestoreRequest, restoreBackup } from './restore-backup.ts';

const atMs = Date.parse('2026-03-02T03:04:05.678Z');
const belongsTo = { environment: 'test', msns: ['654321'] } as const;
let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-restore-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const request = (backup: string, bent: Partial<RestoreRequest> = {}): RestoreRequest => ({
  backup,
  file: at('shop.db'),
  belongsTo,
  pepperFile: () => at('pepper'),
  withoutPepper: false,
  known: Object.keys(migrations),
  atMs,
  tell: (replaced) => told({ kind: 'backup_restored', detail: { replaced: replaced ?? '' } }),
  ...bent,
});

async function backUp(): Promise<string> {
  const made = { environment: 'test', atMs, why: { kind: 'asked' }, how: 'quick' } as const;
  return (await makeBackup({ file: at('shop.db'), folder: at('backups'), mayMakeFolder: true, ...made }))
    .file;
}

/** @returns a backup of three sales; two more were made since. The server is stopped. */
async function aShop(): Promise<string> {
  const store = await aShopDatabase(folder, 3);
  const backup = await backUp();
  await sell(store, 4);
  await sell(store, 5);
  await store.close();
  return backup;
}

const salesIn = (file: string) => rowsOf(file)['payments']?.length;
const paymentsIn = (file: string) => {
  const { payments, payment_history, money_movements } = rowsOf(file);
  return { payments, payment_history, money_movements };
};
const replaced = () => readdirSync(folder).filter((name) => name.includes('.replaced-'));

/** @returns why it is refused, once it is clear that nothing has changed. */
async function refusalOf(backup: string, bent: Partial<RestoreRequest> = {}): Promise<string> {
  const before = existsSync(at('shop.db')) ? rowsOf(at('shop.db')) : null;
  const error = await restoreBackup(request(backup, bent)).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BackupFailed);
  expect(existsSync(at('shop.db')) ? rowsOf(at('shop.db')) : null).toEqual(before);
  expect(readdirSync(folder).filter((name) => /\.(replaced|restoring)/.test(name))).toEqual([]);
  return (error as BackupFailed).message;
}

describe('a backup that is put back', () => {
  test('[P10] takes the place of the database, which is kept; both are whole', async () => {
    const backup = await aShop();
    const before = readFileSync(backup);
    const { kept } = await restoreBackup(request(backup));
    expect(paymentsIn(at('shop.db'))).toEqual(paymentsIn(backup));
    expect(kept).toEqual([at('shop.db.replaced-2026-03-02T03-04-05-678Z')]);
    expect(salesIn(kept[0] ?? '')).toBe(5);
    expect(readFileSync(backup)).toEqual(before);
    expect(statSync(at('shop.db')).mode & 0o777).toBe(0o600);
    const store = await openSqlite(at('shop.db'), { belongsTo });
    await sell(store, 6);
    expect(await store.find(referenceOf(4))).toBeNull();
    await store.close();
  });

  test('[P12] is on record, with the seal of the log that it replaces', async () => {
    const backup = await aShop();
    await restoreBackup(request(backup));
    const store = await openSqlite(at('shop.db'));
    const [entry] = await store.audit.list({ shop: null, kind: 'backup_restored' }, null, 2);
    expect(JSON.parse(entry?.detail ?? '{}')).toEqual({
      replaced: expect.stringMatching(/^5:[0-9a-f]{64}$/),
    });
    expect(await faultIn(store)).toBeNull();
    await store.close();
  });

  test('[P10] is not mixed with what a killed server has left: its log is kept with its database', async () => {
    const backup = await aShop();
    const killed = await openSqlite(at('shop.db'));
    await sell(killed, 6);
    for (const end of ['', '-wal']) copyFileSync(at(`shop.db${end}`), at(`left${end}`));
    await killed.close();
    for (const end of ['', '-wal']) renameSync(at(`left${end}`), at(`shop.db${end}`));
    const { kept } = await restoreBackup(request(backup));
    expect([salesIn(at('shop.db')), salesIn(kept[0] ?? '')]).toEqual([3, 6]);
  });

  test('takes the place of one that is damaged, which is kept', async () => {
    const backup = await aShop();
    writeFileSync(at('shop.db'), 'no database'.repeat(1_000));
    writeFileSync(at('shop.db-wal'), 'no log'.repeat(1_000));
    const { kept } = await restoreBackup(request(backup));
    expect(salesIn(at('shop.db'))).toBe(3);
    expect(kept.map((file) => readFileSync(file, 'utf8').slice(0, 6))).toEqual(['no dat']);
    expect(existsSync(at('shop.db-wal'))).toBe(false);
  });

  test('is not mixed with the log of a database that somebody has deleted', async () => {
    const backup = await aShop();
    const store = await openSqlite(at('shop.db'));
    await sell(store, 6);
    copyFileSync(at('shop.db-wal'), at('left'));
    await store.close();
    rmSync(at('shop.db'));
    renameSync(at('left'), at('shop.db-wal'));
    await restoreBackup(request(backup));
    expect(salesIn(at('shop.db'))).toBe(3);
  });

  test('may be the files of a database that somebody has copied, with their log', async () => {
    const store = await aShopDatabase(folder, 3);
    for (const end of ['', '-wal']) copyFileSync(at(`shop.db${end}`), at(`copy.db${end}`));
    await store.close();
    rmSync(at('shop.db'));
    const { kept } = await restoreBackup(request(at('copy.db')));
    expect([kept, salesIn(at('shop.db'))]).toEqual([[], 3]);
  });

  test('may be of an earlier version: the next start brings it up to date', async () => {
    await (await aShopDatabase(folder, 1)).close();
    layEarlierDatabase(at('earlier.db'));
    const [msn] = rowsOf(at('earlier.db'))['payments']?.map((row) => JSON.parse(String(row)).msn) ?? [];
    await restoreBackup(request(at('earlier.db'), { belongsTo: { environment: 'test', msns: [msn] } }));
    expect(paymentsIn(at('shop.db'))).toEqual(paymentsIn(at('earlier.db')));
    await (await openSqlite(at('shop.db'))).close();
  });

  test('goes on from a restore that was killed before the end', async () => {
    const backup = await aShop();
    writeFileSync(at('shop.db.restoring'), 'half of it');
    linkSync(at('shop.db'), at('shop.db.replaced-2026-01-01T00-00-00-000Z'));
    await restoreBackup(request(backup));
    expect(salesIn(at('shop.db'))).toBe(3);
    expect(replaced()).toEqual(['shop.db.replaced-2026-03-02T03-04-05-678Z']);
  });
});

describe('a backup is refused, and nothing is touched', () => {
  test('while a server has the database', async () => {
    const store = await aShopDatabase(folder, 3);
    const backup = await backUp();
    expect(await refusalOf(backup)).toMatch(
      /^A server, or a command, runs on the database .*Stop it first\.$/,
    );
    await store.close();
  });

  test('while another program has it open', async () => {
    const backup = await aShop();
    const other = new DatabaseSync(at('shop.db'));
    other.prepare('SELECT count(*) FROM payments').get();
    expect(await refusalOf(backup)).toMatch(/^Another program has the database .* open\./);
    other.close();
  });

  test('when it is damaged, no database, none of ours, not there, or the database itself', async () => {
    const backup = await aShop();
    linkSync(at('shop.db'), at('same.db'));
    expect(await refusalOf(at('same.db'))).toContain('is the database itself');
    rmSync(at('same.db'));
    expect(await refusalOf(at('nothing'))).toContain(`There is no file ${at('nothing')}.`);
    writeFileSync(at('letter'), 'dear shop'.repeat(1_000));
    expect(await refusalOf(at('letter'))).toMatch(/letter is damaged, or no database of Tillside/);
    new DatabaseSync(at('other.db')).exec('CREATE TABLE a (b)');
    expect(await refusalOf(at('other.db'))).toMatch(/other\.db is no database of Tillside/);
    damage(backup);
    expect(await refusalOf(backup)).toMatch(/ is damaged/);
  });

  test('when a newer version has written it', async () => {
    const backup = await aShop();
    const raw = new DatabaseSync(backup);
    raw.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('999-later', '2030-01-01')");
    raw.close();
    expect(await refusalOf(backup)).toMatch(
      /a newer version of Tillside: this one does not know 999-later\./,
    );
  });

  test('when it is of another environment, or of a sales unit of nobody here', async () => {
    const backup = await aShop();
    const other = { environment: 'production', msns: ['654321'] } as const;
    expect(await refusalOf(backup, { belongsTo: other })).toMatch(
      /belongs to VIPPS_ENVIRONMENT=test\. This machine is set up for production\./,
    );
    layEarlierDatabase(at('earlier.db'));
    const raw = new DatabaseSync(at('earlier.db'));
    raw.exec("UPDATE payments SET msn = '777777'");
    raw.close();
    expect(await refusalOf(at('earlier.db'))).toMatch(/holds sales of the sales unit 777777\./);
  });

  test('when there is no room, or it cannot be written', async () => {
    const backup = await aShop();
    chmodSync(folder, 0o555);
    for (const name of ['shop.db', 'shop.db.lock', 'backups']) chmodSync(at(name), 0o777);
    chmodSync(backup, 0o666);
    const said = await asOrdinaryUser(() =>
      restoreBackup(request(backup)).then(
        () => '',
        (error: Error) => error.message,
      ),
    );
    chmodSync(folder, 0o755);
    expect(said).toMatch(/EACCES.* has not been replaced\. See to that, and run this again\.$/);
    expect(salesIn(at('shop.db'))).toBe(5);
  });
});

describe('[P8] PINs and their pepper', () => {
  async function aShopWithStaff(): Promise<string> {
    const store = await aShopDatabase(folder, 1);
    const pins = createPins({
      cost: { N: 16, r: 8, p: 1 },
      pepper: await settlePepper(store.access, at('pepper')),
    });
    await createStaff(store.access, { nowMs: () => 0 }, pins).add({
      name: 'Kari',
      pin: '24681357',
      role: 'cashier',
    });
    const backup = await backUp();
    await store.close();
    return backup;
  }

  test('fit: nothing is said of them', async () => {
    expect((await restoreBackup(request(await aShopWithStaff()))).pepper).toBe('fits');
  });

  test('do not fit: it is refused, unless somebody gives up the PINs', async () => {
    const backup = await aShopWithStaff();
    renameSync(at('pepper'), at('away'));
    expect(await refusalOf(backup)).toMatch(/go with a pepper, and there is none in .*--without-pepper: /);
    writeFileSync(at('pepper'), `${Buffer.alloc(32).toString('base64url')}\n`);
    expect(await refusalOf(backup)).toMatch(/^The pepper in .*\/pepper is not the one that the PINs in /);
    expect((await restoreBackup(request(backup, { withoutPepper: true }))).pepper).toBe('lost');
  });

  test('lie beside the backup: the pepper is put in place where there is none, and over none that is there', async () => {
    const backup = await aShopWithStaff();
    copyPepper(at('pepper'), backup);
    const right = readFileSync(at('pepper'), 'utf8');
    writeFileSync(at('pepper'), `${Buffer.alloc(32).toString('base64url')}\n`);
    expect(await refusalOf(backup)).toContain(
      `is the right one: move ${at('pepper')} away, and run this again.`,
    );
    rmSync(at('pepper'));
    await restoreBackup(request(backup));
    expect(readFileSync(at('pepper'), 'utf8')).toBe(right);
    expect(statSync(at('pepper')).mode & 0o777).toBe(0o600);
  });
});

// What a start says about a database that it cannot use, and that it leaves it alone.
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { damage } from '../../testing/breakable-store.ts';
import { asOrdinaryUser } from '../../testing/files/ordinary-user.ts';
import { aPayment } from '../../testing/payments.ts';
import { migrations } from '../all-migrations.ts';
import { StoreUnusable } from '../errors.ts';
import { openSqlite } from './sqlite.ts';

let folder: string;
const file = () => join(folder, 'shop.db');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const payment = aPayment();
const entry = { version: 2, atMs: 0, event: 'created', state: 'presented', by: null, detail: {} } as const;

/** A closed database with a payment in it. */
async function aDatabase(): Promise<void> {
  const store = await openSqlite(file());
  await store.create(payment, entry, null);
  await store.close();
}

/** The one sentence that the start ends with. */
async function saidOf(path = file(), options = {}): Promise<string> {
  const error = await openSqlite(path, options).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreUnusable);
  const { message } = error as StoreUnusable;
  expect(message).toContain(path);
  return message;
}

describe('a start on a file that cannot be used says so and leaves the file as it is', () => {
  it('when it is damaged in the middle', async () => {
    await aDatabase();
    damage(file());
    const before = readFileSync(file());
    expect(await saidOf()).toMatch(
      / is damaged\. .* put the newest backup in its place with: npm run restore -- <file of the backup>$/,
    );
    expect(readFileSync(file())).toEqual(before);
  });

  it('when it is cut short', async () => {
    await aDatabase();
    const half = readFileSync(file()).subarray(0, 20_000);
    writeFileSync(file(), half);
    expect(await saidOf()).toMatch(/ is damaged/);
    expect(readFileSync(file())).toEqual(half);
  });

  it('when it is no database', async () => {
    const letter = 'this is not a database, but it is long enough to look like a file of one'.repeat(20);
    writeFileSync(file(), letter);
    expect(await saidOf()).toMatch(/is damaged, or no database at all/);
    expect(readFileSync(file(), 'utf8')).toBe(letter);
  });

  it('when a newer version has written it', async () => {
    await aDatabase();
    const raw = new DatabaseSync(file());
    raw.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('999-later', '2030-01-01')");
    raw.close();
    const before = readFileSync(file());
    expect(await saidOf()).toMatch(/was written by a newer version of Tillside/);
    expect(readFileSync(file())).toEqual(before);
  });

  it('when the server that wrote it was newer and was killed', async () => {
    await aDatabase();
    const killed = new DatabaseSync(file());
    killed.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('999-later', '2030-01-01')");
    const left = join(folder, 'left.db');
    const files = ['', '-wal'].map((end) => [`${file()}${end}`, `${left}${end}`] as const);
    for (const [from, to] of files) copyFileSync(from, to);
    killed.close();
    const before = files.map(([, to]) => readFileSync(to));
    expect(await saidOf(left)).toMatch(/was written by a newer version of Tillside/);
    expect(files.map(([, to]) => readFileSync(to))).toEqual(before);
  });

  it('when it is a folder', async () => {
    mkdirSync(file());
    expect(await saidOf()).toMatch(/cannot be opened \(.+\)\. Check its path/);
  });
});

describe('a start says what is wrong', () => {
  it('when the folder cannot be made', async () => {
    writeFileSync(file(), '');
    const refused = openSqlite(join(file(), 'below.db'));
    await expect(refused).rejects.toThrow(
      /^The folder .*shop\.db for the database cannot be made \(\w+\)\. /,
    );
    await expect(refused).rejects.toBeInstanceOf(StoreUnusable);
  });

  it('when the folder is read-only', async () => {
    chmodSync(folder, 0o555);
    expect(await asOrdinaryUser(() => saidOf())).toMatch(/this user may write it and its folder/);
    chmodSync(folder, 0o755);
  });

  it('when the file is read-only', async () => {
    await aDatabase();
    chmodSync(file(), 0o444);
    chmodSync(folder, 0o777);
    chmodSync(`${file()}.lock`, 0o666);
    expect(await asOrdinaryUser(() => saidOf())).toMatch(/is read-only\. See to it that this user may write/);
  });

  it('when another program has locked it', async () => {
    await aDatabase();
    const other = new DatabaseSync(file());
    other.exec('BEGIN EXCLUSIVE');
    expect(await saidOf(file(), { lockedMs: 20 })).toMatch(/is locked by another program/);
    other.close();
  });

  it('when there is no room for what it has to write', async () => {
    await aDatabase();
    const next = { ...migrations, '999-full': full };
    expect(await saidOf(file(), { migrations: next })).toMatch(
      /^The disk is full, so the database .* Make room/,
    );
    const store = await openSqlite(file());
    expect(await store.find(payment.reference)).toEqual(payment);
    await store.close();
  });
});

/** Nothing but what a full disk does to a change. */
const full: Migration = {
  async up(db) {
    await sql`pragma max_page_count = 1`.execute(db);
    await sql`create table one_more as select zeroblob(1000000) as a`.execute(db);
  },
};

describe('[P10] a migration', () => {
  it('that fails half-way leaves the database as it was, for the version that knows it', async () => {
    const first: Migration = {
      up: async (db) => db.schema.createTable('first').addColumn('a', 'text').execute(),
    };
    const second: Migration = {
      async up(db) {
        await db.schema.createTable('second').addColumn('a', 'text').execute();
        await sql`insert into first values ('half of it')`.execute(db);
        throw new Error('half-way');
      },
    };
    const store = await openSqlite(file());
    await store.create(payment, entry, null);
    await store.close();
    const next = { ...migrations, '998-first': first, '999-second': second };
    await expect(openSqlite(file(), { migrations: next })).rejects.toThrow('half-way');
    const raw = new DatabaseSync(file());
    const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE name IN ('first', 'second')").all();
    raw.close();
    expect(tables).toEqual([]);
    const old = await openSqlite(file());
    expect(await old.find(payment.reference)).toEqual(payment);
    await old.close();
  });
});

describe('[P4] one server has a database for itself', () => {
  it('and another is told so, until the first has ended', async () => {
    const store = await openSqlite(file());
    expect(await saidOf()).toMatch(/^Another Tillside server uses the database /);
    await store.create(payment, entry, null);
    await store.close();
    const next = await openSqlite(file());
    expect(await next.find(payment.reference)).toEqual(payment);
    await next.close();
  });

  it('by whatever name the other calls it', async () => {
    const store = await openSqlite(file());
    const link = join(folder, 'link.db');
    symlinkSync(file(), link);
    expect(await saidOf(link)).toMatch(/^Another Tillside server uses the database /);
    await store.close();
  });

  it('while other programs may read it', async () => {
    const store = await openSqlite(file());
    await store.create(payment, entry, null);
    const other = new DatabaseSync(file(), { readOnly: true });
    expect(other.prepare('SELECT count(*) AS n FROM payments').get()).toEqual({ n: 1 });
    other.close();
    await store.close();
  });

  it('and a start that failed keeps nobody out', async () => {
    writeFileSync(file(), 'no database'.repeat(100));
    await saidOf();
    rmSync(file());
    await (await openSqlite(file())).close();
  });
});

// What the store does when the database under it does not work.
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../core/store-unavailable.ts';
import { aBreakableStore, breakages } from '../testing/breakable-store.ts';
import { aPayment } from '../testing/payments.ts';
import { NodeSqliteDialect, toStoreError } from './sqlite/dialect.ts';
import type { Change } from './store.ts';
import type { Tables } from './tables.ts';

const payment = aPayment({ state: 'started', version: 1 });
const entry = { version: 1, atMs: 0, event: 'created', state: payment.state, by: null, detail: {} } as const;
const presented: Change = {
  payment: { ...payment, state: 'presented', version: 2 },
  entry: { ...entry, event: 'presented', state: 'presented', version: 2 },
  image: { contentType: 'image/svg+xml', bytes: Buffer.alloc(10_000) },
};

let shop: Awaited<ReturnType<typeof aBreakableStore>>;
beforeEach(async () => {
  shop = await aBreakableStore();
});
afterEach(async () => {
  await shop.store.close();
  shop.remove();
});

describe.each(breakages)('[P2] a database that is %s', (reason) => {
  it('takes no payment and says why, and takes the same one once it is mended', async () => {
    const { store } = shop;
    const mend = shop.breakDown(reason);
    const refused = store.create(payment, entry, null);
    await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(refused).rejects.toMatchObject({ reason });
    mend();
    expect(await store.find(payment.reference)).toBeNull();
    expect(await store.readHistory(payment.reference)).toEqual([]);
    expect(await store.create(payment, entry, null)).toBe('created');
  });

  it('takes no change and loses none, and takes the same one once it is mended', async () => {
    const { store } = shop;
    await store.create(payment, entry, null);
    const mend = shop.breakDown(reason);
    await expect(store.commit(presented)).rejects.toMatchObject({ reason });
    mend();
    expect(await store.find(payment.reference)).toEqual(payment);
    expect(await store.findImage(payment.reference)).toBeNull();
    expect(await store.commit(presented)).toBe(true);
    expect(await store.find(payment.reference)).toEqual(presented.payment);
  });

  it('does not pass the check until it is mended', async () => {
    const mend = shop.breakDown(reason);
    await expect(shop.store.check()).rejects.toMatchObject({ reason });
    mend();
    await shop.store.check();
  });
});

describe('a commit that fails', () => {
  it.each([
    ['after SQLite has rolled it back', true],
    ['while it is still open', false],
  ])('%s is not written, says why, and leaves the store in use', async (_, isRolledBack) => {
    const { store, database } = shop;
    const run = StatementSync.prototype.run;
    const failing = vi.spyOn(StatementSync.prototype, 'run').mockImplementation(function (
      this: StatementSync,
      ...values: Parameters<typeof run>
    ) {
      if (this.sourceSQL !== 'commit') return run.apply(this, values);
      failing.mockRestore();
      if (isRolledBack) database.exec('ROLLBACK');
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    });
    await expect(store.create(payment, entry, null)).rejects.toMatchObject({ reason: 'full' });
    expect(await store.find(payment.reference)).toBeNull();
    expect(await store.create(payment, entry, null)).toBe('created');
  });
});

describe('a lock of another program', () => {
  /** Locks the database; each pause of the store is answered by `onPause`, which may release it. */
  async function locked(onPause: (ms: number, release: () => void) => Promise<void>) {
    const pauses: number[] = [];
    let release: () => void = () => undefined;
    const shop = await aBreakableStore((ms) => {
      pauses.push(ms);
      return onPause(ms, release);
    });
    release = shop.breakDown('locked');
    return { ...shop, pauses, release };
  }

  it('is waited for', async () => {
    const { store, pauses, remove } = await locked(async (ms, release) => {
      if (ms === 50) release();
    });
    expect(await store.create(payment, entry, null)).toBe('created');
    expect(pauses).toEqual([10, 20, 50]);
    await store.close();
    remove();
  });

  it('is waited for two seconds in all', async () => {
    const { store, pauses, release, remove } = await locked(async () => undefined);
    await expect(store.create(payment, entry, null)).rejects.toMatchObject({ reason: 'locked' });
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBe(1_980);
    release();
    await store.close();
    remove();
  });

  it('is found before anything is done, so that a repeat does nothing twice', async () => {
    const mend = shop.breakDown('locked');
    const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(shop.database) });
    let isBegun = false;
    const refused = db.transaction().execute(async () => {
      isBegun = true;
    });
    await expect(refused).rejects.toMatchObject({ reason: 'locked' });
    expect(isBegun).toBe(false);
    mend();
  });

  it('[P6] holds up nobody who only looks', async () => {
    const waiting = Promise.withResolvers<void>();
    const { store, database, release, remove } = await locked(() => waiting.promise);
    const created = store.create(payment, entry, null);
    expect(await store.findNewest('1')).toBeNull();
    expect(await store.list({})).toEqual({ payments: [], cursor: null });
    // node:sqlite waits on the one thread that serves everybody.
    expect(database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 0 });
    release();
    waiting.resolve();
    expect(await created).toBe('created');
    await store.close();
    remove();
  });
});

describe('the check', () => {
  it('writes, and the database does not grow by it', async () => {
    const { store, database } = shop;
    const changes = () => Number(database.prepare('SELECT total_changes() AS n').get()?.['n']);
    const pages = () => database.prepare('PRAGMA page_count').get();
    await store.check();
    const [changesBefore, pagesBefore] = [changes(), pages()];
    for (let times = 0; times < 50; times += 1) await store.check();
    expect(changes()).toBe(changesBefore + 100);
    expect(pages()).toEqual(pagesBefore);
    expect(await store.findImage('')).toBeNull();
  });
});

describe('what SQLite says', () => {
  const thrownBy = (call: () => unknown) => {
    try {
      call();
    } catch (error) {
      return toStoreError(error);
    }
    return null;
  };

  it.each([
    [10, 'io'],
    [522, 'io'], // IOERR_SHORT_READ
    [4_874, 'full'], // IOERR_SHMSIZE, on a full disk
    [13, 'full'],
    [517, 'locked'], // BUSY_SNAPSHOT
    [15, 'locked'],
    [1_032, 'read_only'], // READONLY_DBMOVED
    [779, 'corrupt'], // CORRUPT_INDEX
    [26, 'corrupt'],
  ])('%d is understood: %s', (errcode, reason) => {
    const error = Object.assign(new Error('it says'), { errcode });
    expect(toStoreError(error)).toMatchObject({ name: 'StoreUnavailable', reason, cause: error });
  });

  it('is left alone when it is about the question, not the database', () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1)');
    expect(thrownBy(() => database.exec('INSERT INTO t VALUES (1)'))).not.toBeInstanceOf(StoreUnavailable);
    expect(thrownBy(() => database.exec('NONSENSE'))).not.toBeInstanceOf(StoreUnavailable);
    expect(thrownBy(() => Number(1n / 0n))).toBeInstanceOf(RangeError);
  });
});

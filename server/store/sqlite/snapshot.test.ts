// A day is read a page at a time, while the tills go on.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Payment } from '../../payments/payment/types.ts';
import { aPayment } from '../../testing/payments.ts';
import { aStore, layDatabase } from '../../testing/store.ts';
import type { Day } from '../books.ts';
import { type Database, openSqlite } from './sqlite.ts';

/** More than are read at once. */
const count = 600;
const day = { fromMs: 0, toMs: 10_000 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-snapshot-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function inFile(): Promise<Database> {
  await layDatabase(join(folder, 'shop.db'));
  return openSqlite(join(folder, 'shop.db'));
}

/** Each is refunded something, again and again. */
async function refund(store: Database, payment: Payment, amount: number): Promise<Payment> {
  const after = { ...payment, refundedAmount: payment.refundedAmount + amount, version: payment.version + 1 };
  const { version, state } = after;
  const entry = { version, atMs: 5_000, event: 'refunded', state, by: null, detail: {} } as const;
  const movements = [{ kind: 'refunded', amount, found: false }] as const;
  expect(await store.commit({ payment: after, entry, movements })).toBe(true);
  return after;
}

async function sell(store: Database, number: number): Promise<Payment> {
  const payment = aPayment({
    reference: `p-${String(number).padStart(5, '0')}`,
    state: 'approved',
    createdAtMs: number,
  });
  const { version, state } = payment;
  await store.create(payment, { version, atMs: 0, event: 'created', state, by: null, detail: {} }, null);
  return refund(store, payment, 1);
}

const refunded = ({ movements }: Day, reference: string) =>
  movements.filter((one) => one.reference === reference).reduce((sum, { amount }) => sum + amount, 0);

/** Whether the payments of a day are what its movements say. */
const fits = (read: Day) =>
  read.payments.every(({ reference, refundedAmount }) => refundedAmount === refunded(read, reference));

describe.each([
  ['in a file', inFile, true],
  ['in memory', () => aStore(), false],
])('a day that is read %s while money moves', (_, open, isBeside) => {
  it('is as it was at one moment, and nothing that was written meanwhile is lost', {
    timeout: 60_000,
  }, async () => {
    const store = await open();
    let payments: Payment[] = [];
    for (let number = 0; number < count; number += 1) payments.push(await sell(store, number));
    let isRead = false;
    const reading = store.readDay('shop', day, 0).finally(() => {
      isRead = true;
    });
    let meanwhile = 0;
    for (let at = 0; !isRead; at = (at + 401) % count) {
      const payment = payments[at];
      if (payment === undefined) throw new Error('there is none');
      payments[at] = await refund(store, payment, 2);
      await nextTurn();
      if (!isRead) meanwhile += 1;
    }
    const read = await reading;
    expect(read.payments).toHaveLength(count);
    expect(fits(read)).toBe(true);
    // Beside a file, nobody waits for the reader.
    expect(meanwhile > 3).toBe(isBeside);
    payments = (await store.readDay('shop', day, 0)).payments;
    expect(fits(await store.readDay('shop', day, 0))).toBe(true);
    await store.close();
  });
});

it('leaves no connection open behind it', async () => {
  const store = await inFile();
  await sell(store, 1);
  await store.readDay('shop', day, 0);
  await store.close();
  // Whoever closes a write-ahead log last removes it.
  expect(existsSync(join(folder, 'shop.db-wal'))).toBe(false);
});

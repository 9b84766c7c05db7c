import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPayment } from '../../testing/payments.ts';
import { type Database, openSqlite } from '../sqlite/sqlite.ts';
import { cacheAccess } from './cached-store.ts';

const payment = aPayment({ state: 'started', version: 1 });
const entry = { version: 1, atMs: 0, event: 'created', state: payment.state, by: null, detail: {} } as const;
const display = { id: 'd', till: '1', pairedAtMs: 0, pairedBy: 'x', lastSeenAtMs: null };

let folder: string;
let store: Database;
let other: DatabaseSync;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tillside-remembered-'));
  store = await openSqlite(join(folder, 'shop.db'));
  other = new DatabaseSync(join(folder, 'shop.db'));
});

afterEach(async () => {
  other.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what is remembered of the database', () => {
  it('[P8] is not who has been cut off by another program', async () => {
    await store.access.addDisplay(display, 'hash');
    expect(await store.access.findDisplay('hash')).not.toBeNull();
    other.exec('delete from displays');
    await nextTurn();
    expect(await store.access.findDisplay('hash')).toBeNull();
  });

  it('[P8] is not who has been cut off here, nor that nobody was known by that token', async () => {
    expect(await store.access.findDisplay('hash')).toBeNull();
    await store.access.addDisplay(display, 'hash');
    expect(await store.access.findDisplay('hash')).toEqual(display);
    await store.access.removeDisplay(display.id);
    expect(await store.access.findDisplay('hash')).toBeNull();
  });

  it('[P8] is who is known, however many tokens that nobody has are asked for', async () => {
    await store.access.addDisplay(display, 'hash');
    let reads = 0;
    const counted = {
      ...store.access,
      findDisplay: (hash: string) => {
        reads += 1;
        return store.access.findDisplay(hash);
      },
    };
    const cached = cacheAccess(counted, () => 1);
    await cached.findDisplay('hash');
    for (let i = 0; i < 5_050; i += 1) await cached.findDisplay(`guess ${i}`);
    reads = 0;
    expect(await cached.findDisplay('hash')).toEqual(display);
    expect(reads).toBe(0);
  });

  it('is neither the payment nor the newest of the till from before a change', async () => {
    expect([await store.find(payment.reference), await store.findNewest('1')]).toEqual([null, null]);
    await store.create(payment, entry, null);
    expect([await store.find(payment.reference), await store.findNewest('1')]).toEqual([payment, payment]);
    const next = { ...payment, state: 'presented', version: 2 } as const;
    await store.commit({
      payment: next,
      entry: { ...entry, version: 2, event: 'presented', state: 'presented' },
    });
    expect([await store.find(payment.reference), await store.findNewest('1')]).toEqual([next, next]);
  });

  it('is not that nothing was pending when a capture has been ordered, nor how often one had failed', async () => {
    await store.create(payment, entry, null);
    expect(await store.findPendingOperation(payment.reference)).toBeNull();
    const next = { ...payment, state: 'approved', version: 2 } as const;
    const { reference } = payment;
    await store.commit({
      payment: next,
      entry: { ...entry, version: 2, event: 'in_time', state: 'approved' },
      newOperation: {
        key: 'k',
        reference,
        kind: 'capture',
        amount: 100,
        before: 0,
        state: 'pending',
        asked: null,
        failures: 0,
        createdAtMs: 0,
      },
    });
    expect(await store.findPendingOperation(reference)).toMatchObject({ key: 'k', failures: 0 });
    await store.countFailure('k');
    expect(await store.findPendingOperation(reference)).toMatchObject({ key: 'k', failures: 1 });
  });
});

import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createSqliteStore, type Database } from '../store/sqlite/sqlite.ts';
import { aDatabase } from '../testing/store.ts';
import { told } from '../testing/store-contract/audit.ts';
import { verify } from './verify.ts';

let database: DatabaseSync;
let store: Database;
async function aLog(entries: number, who = 'Kari'): Promise<void> {
  database = await aDatabase();
  store = await createSqliteStore(database);
  const { close } = store;
  onTestFinished(() => close());
  for (let index = 1; index <= entries; index += 1) {
    await store.audit.append(told({ atMs: index, who: { kind: 'staff', id: 'a', name: who } }));
  }
}

describe('a log', () => {
  beforeEach(() => aLog(1_201));

  test('[P12] is read to its end, however many pages it has', async () => {
    expect(await verify(store.audit, null)).toEqual({
      head: await store.audit.readHead(),
      upTo: 0,
      fault: null,
    });
    database.exec(
      "drop trigger audit_no_update_on_audit; update audit set address = 'x' where sequence = 1200",
    );
    expect((await verify(store.audit, null)).fault).toEqual({ sequence: 1_200, why: 'changed' });
  });

  test('[P12] whose old entries were removed is whole, and tells how many', async () => {
    await store.audit.giveUp(1_002, 5_000, 5_000);
    expect(await verify(store.audit, null)).toMatchObject({ upTo: 1_001, fault: null });
    while ((await store.audit.removeGivenUp(100)) > 0);
    expect(await verify(store.audit, null)).toMatchObject({ upTo: 1_001, fault: null });
  });

  test('[P12] that was written anew from the first entry on shows by a seal that was kept elsewhere', async () => {
    const seal = await store.audit.readHead();
    expect((await verify(store.audit, seal)).fault).toBeNull();
    await aLog(1_300, 'Ola');
    expect((await verify(store.audit, null)).fault).toBeNull();
    expect((await verify(store.audit, seal)).fault).toBe('seal');
  });

  test('[P12] that ends before a seal that was kept is another one', async () => {
    const { hash } = await store.audit.readHead();
    expect((await verify(store.audit, { sequence: 1_202, hash })).fault).toBe('seal');
  });
});

test('[P12] a log without an entry is whole', async () => {
  await aLog(0);
  expect(await verify(store.audit, null)).toEqual({ head: { sequence: 0, hash: '' }, upTo: 0, fault: null });
});

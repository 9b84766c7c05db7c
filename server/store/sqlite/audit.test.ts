// [P12] What SQLite itself refuses to do to the audit log, and how it finds in a large one.
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { aPayment } from '../../testing/payments.ts';
import { aDatabase } from '../../testing/store.ts';
import { faultIn, told } from '../../testing/store-contract/audit.ts';
import type { AuditFilter } from '../audit-store.ts';
import { createSqliteStore, type Database } from './sqlite.ts';

let database: DatabaseSync;
let store: Database;
beforeEach(async () => {
  database = await aDatabase();
  store = await createSqliteStore(database);
  onTestFinished(() => store.close());
  for (const about of ['a', 'b', 'c']) await store.audit.append(told({ about }));
});

describe('the audit log', () => {
  const copy = `insert into audit select sequence + 3, at, kind, shop, who_kind, who_id, who_name, address, about, detail, hash
    from audit where sequence = 2`;
  test.each([
    ["update audit set about = 'another' where sequence = 2", 'cannot be changed'],
    ['update audit set sequence = 9 where sequence = 3', 'cannot be changed'],
    ['delete from audit where sequence = 3', 'cannot be removed'],
    ['delete from audit', 'cannot be removed'],
    [copy, 'comes after the last one'],
    ["update audit_head set sequence = 2, hash = 'x'", 'only grows'],
    ['delete from audit_head', 'cannot be removed'],
  ])('[P12] stays as it is under %s', async (statement, why) => {
    expect(() => database.exec(statement)).toThrow(why);
    expect(await store.audit.readOn(0, 10)).toHaveLength(3);
    expect(await faultIn(store)).toBeNull();
  });

  test.each([
    ["update audit set about = 'another' where sequence = 2", { sequence: 2, why: 'changed' }],
    ['delete from audit where sequence = 2', { sequence: 2, why: 'missing' }],
    ['delete from audit where sequence = 3', { sequence: 3, why: 'end' }],
    ['delete from audit where sequence = 1', { sequence: 1, why: 'missing' }],
  ])('[P12] that somebody changed who took the triggers away says where: %s', async (statement, fault) => {
    for (const name of ['audit_no_update_on_audit', 'audit_no_delete_on_audit']) {
      database.exec(`drop trigger ${name}`);
    }
    database.exec(statement);
    expect(await faultIn(store)).toEqual(fault);
  });

  test('[P12] a command that cannot be put on record is not stored, and a sale is', async () => {
    const failing = "begin select raise(abort, 'no room'); end";
    database.exec(`create temp trigger full before insert on audit ${failing}`);
    const payment = aPayment();
    const entry = { atMs: 0, event: 'created', state: payment.state, by: null, detail: {} } as const;
    expect(await store.create(payment, { ...entry, version: payment.version }, null)).toBe('created');
    const version = payment.version + 1;
    const change = { payment: { ...payment, text: 'changed', version }, entry: { ...entry, version } };
    await expect(store.commit({ ...change, told: told() })).rejects.toThrow('no room');
    expect(await store.find(payment.reference)).toEqual(payment);
    expect(await store.commit(change)).toBe(true);
  });
});

describe('a page of the audit log', () => {
  const filters: readonly AuditFilter[] = [
    { shop: null },
    { shop: 'oslo' },
    { shop: null, kind: 'refund' },
    { shop: 'oslo', kind: 'refund' },
    { shop: null, person: 'id of Kari' },
    { shop: null, person: 'id of Kari', kind: 'refund' },
    { shop: null, fromMs: 1, toMs: 5 },
    { shop: 'oslo', person: 'id of Kari' },
  ];
  test.each(filters)('is found by an index, without sorting: %j', async (filter) => {
    const asked: string[] = [];
    const { prepare } = database;
    database.prepare = (text: string) => {
      asked.push(text);
      return prepare.call(database, text);
    };
    for (const after of [null, { at: 4, sequence: 2 }]) await store.audit.list(filter, after, 51);
    expect(asked).toHaveLength(2);
    for (const text of asked) {
      const plan = prepare
        .call(database, `explain query plan ${text}`)
        .all(...Array(9).fill(1).slice(0, count(text)));
      const steps = plan.map(({ detail }) => String(detail));
      expect(steps.join('; ')).toMatch(/^(SEARCH|SCAN) audit USING INDEX audit_/);
      expect(steps.join('; ')).not.toMatch(/TEMP B-TREE/);
    }
  });
});

const count = (text: string) => text.split('?').length - 1;

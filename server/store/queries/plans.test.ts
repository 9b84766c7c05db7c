// Every query of the store, as SQLite means to answer it: along an index, however many payments there are.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type CompiledQuery, Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPayment } from '../../testing/payments.ts';
import { aDatabase } from '../../testing/store.ts';
import { NodeSqliteDialect } from '../sqlite/dialect.ts';
import type { Change, Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import type { VippsIdStore } from '../vipps-id-store.ts';
import { movementsOf } from './books.ts';
import { createQueries } from './payments.ts';
import { createVippsIdQueries } from './vipps-ids.ts';

const payment = aPayment();
const { reference, version, state } = payment;
const entry = { version, atMs: 0, event: 'created', state, by: null, detail: {} } as const;
const asked = { idempotencyKey: 'k', fingerprint: 'f' };
const change: Change = {
  payment: { ...payment, state: 'approved', version: version + 1 },
  entry: { ...entry, version: version + 1 },
  movements: [{ kind: 'captured', amount: 1, found: false }],
  settled: { key: 'k', state: 'done' },
  startedOver: { payment: { ...payment, reference: 'other' }, entry },
};
const day = { fromMs: 1_000_000, toMs: 2_000_000 };
const between = { from: new Date(1).toISOString(), to: new Date(9).toISOString() };
const cursor = Buffer.from('[5,"x"]').toString('base64url');

type Asked = Omit<Store, 'close' | 'check'> & VippsIdStore;

async function listAll(store: Asked): Promise<void> {
  const wishes = [
    {},
    { q: '12' },
    { state: 'failed' },
    { attention: 'true' },
    { uncaptured: 'true' },
    { attention: 'true', uncaptured: 'true', q: 'x', state: 'approved' },
  ] as const;
  for (const shop of [null, 'shop']) {
    for (const till of [{}, { till: '1' }]) {
      for (const wish of wishes) {
        for (const part of [{}, between, { cursor }, { ...between, cursor }]) {
          await store.list({ ...till, ...wish, ...part }, shop, 9);
        }
      }
    }
  }
}

/** Each call of the store; a new one does not compile until it is here. */
const asks: { [Name in keyof Asked]: (store: Asked) => Promise<unknown> } = {
  create: (store) => store.create(payment, entry, asked),
  commit: (store) => store.commit(change),
  find: (store) => store.find(reference),
  findNamed: (store) => store.findNamed(reference),
  findTries: (store) => store.findTries('654321', reference),
  findByKey: (store) => store.findByKey('1', 'k'),
  findAnswer: (store) => store.findAnswer(reference),
  findNewest: (store) => store.findNewest('1'),
  findUnfinished: (store) => store.findUnfinished(),
  endLatePolls: (store) => store.endLatePolls(reference),
  isReceiptDue: (store) => store.isReceiptDue(reference),
  endReceipt: (store) => store.endReceipt(reference),
  adopt: (store) => store.adopt([['1', { shop: 's', msn: 'm' }]], { shop: 's', msn: 'm' }),
  findImage: (store) => store.findImage(reference),
  findOperation: (store) => store.findOperation('k'),
  findOperationAsked: (store) => store.findOperationAsked(reference, 'k'),
  findPendingOperation: (store) => store.findPendingOperation(reference),
  countFailure: (store) => store.countFailure('k'),
  readSent: (store) => store.readSent(reference, 'cancel'),
  addSent: (store) => store.addSent(reference, 'cancel', { intent: 0, atMs: 0 }, 0),
  answerSent: (store) => store.answerSent(reference, 'cancel'),
  anchorClock: (store) => store.anchorClock('boot', 0),
  readHistory: (store) => store.readHistory(reference),
  list: listAll,
  async readDay(store) {
    await store.readDay('shop', day, day.toMs);
    await store.readDay('shop', day, day.fromMs, '1');
  },
  sumMovements: (store) => store.sumMovements('shop', day),
  findUncaptured: (store) => store.findUncaptured(),
  findRunningAgreements: (store) => store.findRunningAgreements(null, 9),
  listShops: (store) => store.listShops(),
  keepVippsId: (store) => store.keepVippsId(reference, { about: 'look', id: 'x', atMs: 0 }, 9),
  readVippsIds: (store) => store.readVippsIds(reference),
};

let database: DatabaseSync;
let db: Kysely<Tables>;
let seen: CompiledQuery[] = [];
beforeAll(async () => {
  database = await aDatabase();
  const log = ({ query }: { query: CompiledQuery }) => void seen.push(query);
  db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database), log });
});
afterAll(() => db.destroy());

const isRead = ({ sql }: CompiledQuery) => /^(select|update|delete|with)/.test(sql.trim());

function planOf({ sql, parameters }: CompiledQuery): string[] {
  const steps = database.prepare(`explain query plan ${sql}`).all(...(parameters as SQLInputValue[]));
  return steps.map(({ detail }) => String(detail));
}

/** Tables that have more rows the more was sold. */
const growing = /^SCAN (payments|payment_\w+|operations|money_movements|moved|vipps_ids|sent_calls)\b/;
/** All in the order in which it is asked for, of which the first rows are read; and an index that holds what is pending alone. */
const scansOfFew = [
  'SCAN payments USING INDEX payments_created',
  'SCAN payments USING COVERING INDEX payments_created',
  'SCAN operations USING COVERING INDEX operations_one_at_a_time',
];
/** Of the tries of one sale, of the ids of one payment, and of what is unfinished. */
const sortsFew = ['findTries', 'readVippsIds', 'findUnfinished'];

/** @returns the steps for which more is read the more was sold. */
const growingSteps = (name: string, steps: readonly string[]) =>
  steps.filter((step) => {
    if (step.startsWith('USE TEMP B-TREE')) return !sortsFew.includes(name);
    return growing.test(step) && !scansOfFew.includes(step);
  });

it.each(Object.entries(asks))('%s reads along an index, and sorts nothing that grows', async (name, ask) => {
  seen = [];
  await ask({ ...createQueries(db), ...createVippsIdQueries(db) });
  const plans = seen.filter(isRead).map((query) => ({ sql: query.sql, steps: planOf(query) }));
  expect(seen).not.toEqual([]);
  expect(plans.filter(({ steps }) => growingSteps(name, steps).length > 0)).toEqual([]);
});

it('a start asks for no till of a chain where every payment has a shop', async () => {
  seen = [];
  const units = ['1', '2', '3'].map((till) => [till, { shop: 's', msn: 'm' }] as const);
  await createQueries(db).adopt(units, { shop: 's', msn: 'm' });
  expect(seen.filter(({ sql }) => sql.startsWith('update'))).toEqual([]);
});

it('a list goes on from its cursor, not from its beginning', async () => {
  seen = [];
  for (const query of [
    { cursor },
    { cursor, till: '1' },
    { cursor, q: 'x' },
    { cursor, attention: 'true' as const },
  ]) {
    for (const shop of [null, 'shop']) await createQueries(db).list({ ...query, ...between }, shop);
  }
  const steps = seen.flatMap(planOf).filter((step) => step.startsWith('SEARCH'));
  expect(steps).not.toEqual([]);
  for (const step of steps)
    expect(step).toContain('(created_at,reference)>(?,?) AND (created_at,reference)<(?,?)');
});

it.each([null, '1'])('a page of the books goes on after the one before, of till %s', async (till) => {
  const place = { atMs: 1, reference, version, kind: 'captured' };
  const page = movementsOf(db, { shop: 'shop', till }, day, place).select('kind').compile();
  const index = till === null ? 'movements_of_shop (shop=?' : 'movements_of_till (till=?';
  expect(planOf(page)[0]).toContain(`${index} AND (at,reference,version,kind)>(?,?,?,?) AND at<?)`);
});

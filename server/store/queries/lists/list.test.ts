// Lists that are read in slices, held against all payments gone through one by one.
import fc from 'fast-check';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListQuery } from '../../../contract/payments.ts';
import type { Payment } from '../../../payments/payment/types.ts';
import { aPayment } from '../../../testing/payments.ts';
import { aDatabase } from '../../../testing/store.ts';
import { NodeSqliteDialect } from '../../sqlite/dialect.ts';
import type { Tables } from '../../tables.ts';
import { createQueries } from '../payments.ts';
import { listPayments } from './list.ts';

const seed = 20261130;
const turn = async () => undefined;
const count = 900;
/** Something is to be captured by then. */
const dueBeforeMs = 50;
const states = ['approved', 'cancelled', 'failed'] as const;
const codes = ['paid_late', 'declined'] as const;

/** Many share a moment, some a text that is rare, and whose they are follows no order. */
const payments = Array.from({ length: count }, (_, n): Payment => {
  const state = states[(n * 7) % 3] ?? 'approved';
  const isHeld = state === 'approved' && n % 2 === 0;
  return aPayment({
    reference: `p-${String((n * 37) % count).padStart(4, '0')}`,
    till: String(n % 3),
    shop: n % 3 === 0 ? 'oslo' : 'bergen',
    state,
    text: n % 211 === 5 ? 'Rare' : 'Tea',
    createdAtMs: Math.floor(n / 4),
    amount: { value: 100 * (1 + (n % 13)), currency: 'NOK' },
    refundedAmount: n % 5 === 2 ? 100 : 0,
    reservedAmount: isHeld ? 100 : 0,
    captureUntilMs: isHeld ? n % 90 : null,
    capture: n % 10 > 0 ? 'none' : 'pending',
    problem: n % 3 === 1 && n < 700 ? { code: codes[n % 2] ?? 'declined', message: '' } : null,
  });
});

const isHeld = (one: Payment) => one.reservedAmount > one.capturedAmount && one.capture !== 'pending';
const isDue = (one: Payment) =>
  isHeld(one) && (one.captureUntilMs ?? Number.POSITIVE_INFINITY) <= dueBeforeMs;

/** What is to be found, newest first. */
function expected(query: ListQuery, shop: string | null): string[] {
  const [fromMs, toMs] = [Date.parse(query.from ?? ''), Date.parse(query.to ?? '')];
  return payments
    .filter((one) => shop === null || one.shop === shop)
    .filter((one) => query.till === undefined || one.till === query.till)
    .filter((one) => query.state === undefined || one.state === query.state)
    .filter((one) => query.q === undefined || one.text === 'Rare')
    .filter((one) => !(one.createdAtMs < fromMs) && !(one.createdAtMs >= toMs))
    .filter((one) => query.uncaptured === undefined || isHeld(one))
    .filter((one) => query.refunded === undefined || one.refundedAmount > 0)
    .filter((one) => !(one.amount.value < Number(query.amountFrom ?? 'none')))
    .filter((one) => !(one.amount.value > Number(query.amountTo ?? 'none')))
    .filter((one) => query.attention === undefined || one.problem?.code === 'paid_late' || isDue(one))
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs || (a.reference < b.reference ? 1 : -1))
    .map(({ reference }) => reference);
}

const iso = (ms: number) => new Date(ms).toISOString();
const moment = fc.option(fc.integer({ min: 0, max: count / 4 }).map(iso), { nil: undefined, freq: 2 });
const flag = fc.option(fc.constant('true' as const), { nil: undefined, freq: 2 });
const amount = fc.option(fc.constantFrom('0', '400', '401', '1300'), { nil: undefined, freq: 2 });
const query: fc.Arbitrary<ListQuery> = fc.record({
  till: fc.option(fc.constantFrom('0', '1', '9'), { nil: undefined, freq: 2 }),
  state: fc.option(fc.constantFrom(...states), { nil: undefined, freq: 2 }),
  q: fc.option(fc.constant('rare'), { nil: undefined, freq: 2 }),
  from: moment,
  to: moment,
  attention: flag,
  uncaptured: flag,
  refunded: flag,
  amountFrom: amount,
  amountTo: amount,
});
const shop = fc.constantFrom(null, 'oslo', 'bergen');
const bounds: fc.Arbitrary<{ limit: number; mostRows: number }> = fc.record({
  limit: fc.constantFrom(7, 50, 250),
  mostRows: fc.constantFrom(1, 150, 900),
});

let db: Kysely<Tables>;
beforeAll(async () => {
  db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(await aDatabase()) });
  const store = createQueries(db);
  for (const payment of payments) {
    const { version, state } = payment;
    await store.create(payment, { version, atMs: 0, event: 'created', state, by: null, detail: {} }, null);
  }
});
afterAll(() => db.destroy());

describe('a list', () => {
  it(`has everything once, newest first, however it is cut (seed ${seed})`, { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(query, shop, bounds, async (asked, whose, { limit, mostRows }) => {
      const found: string[] = [];
      let cursor: string | null | undefined;
      for (let page = 0; cursor !== null; page += 1) {
        const more = cursor === undefined ? {} : { cursor };
        const options = { shop: whose, dueBeforeMs, limit, mostRows, turn };
        const answer = await listPayments(db, { ...asked, ...more }, options);
        expect(answer.payments.length).toBeLessThanOrEqual(limit);
        expect(page).toBeLessThan(2 * count);
        found.push(...answer.payments.map(({ reference }) => reference));
        cursor = answer.cursor;
      }
      expect(found).toEqual(expected(asked, whose));
    });
    // What needs attention is read along two indices, one of which comes to its end, and the other does not.
    const cut: [ListQuery, null, { limit: number; mostRows: number }] = [
      { attention: 'true' },
      null,
      { limit: 250, mostRows: 1 },
    ];
    await fc.assert(property, { seed, numRuns: 60, examples: [cut] });
  });

  it('says that there is more to look through, when what it has looked through holds nothing', async () => {
    const options = { shop: null, dueBeforeMs, limit: 50, mostRows: 100, turn };
    const { payments: none, cursor } = await listPayments(db, { q: 'nowhere' }, options);
    expect([none, cursor]).toEqual([[], expect.any(String)]);
    const whole = await listPayments(db, { q: 'nowhere' }, { ...options, mostRows: 10_000 });
    expect(whole).toEqual({ payments: [], cursor: null });
  });

  it('lets others have their turn between two slices', async () => {
    let turns = 0;
    const counted = async () => {
      turns += 1;
    };
    await listPayments(db, { q: 'nowhere' }, { shop: null, dueBeforeMs, limit: 50, turn: counted });
    // Slices of 100, 200 and 400 rows, and one for what is left.
    expect(turns).toBe(4);
  });
});

// The store's queries, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import { isUniqueViolation } from '../errors.ts';
import type { Store, StoredOperation, Whose } from '../store.ts';
import { type Tables, toPayment } from '../tables.ts';
import { findRunningAgreements, findUncaptured, listShops, readDay } from './day.ts';
import { createDue } from './due.ts';
import { listPayments } from './list.ts';
import { createSentCalls } from './sent-calls.ts';
import { insert, write } from './writes.ts';

/** What is written, and taken back, to see whether a database still takes a payment: about as much as one. */
const probeBytes = 8_192;

function toOperation(row: Tables['operations']): StoredOperation {
  const { idempotency_key: idempotencyKey, fingerprint, created_at: createdAtMs, limited: _, ...rest } = row;
  const asked = idempotencyKey !== null && fingerprint !== null ? { idempotencyKey, fingerprint } : null;
  return { ...rest, asked, createdAtMs };
}

export function createQueries(db: Kysely<Tables>): Store {
  const payments = () => db.selectFrom('payments').selectAll();
  const operations = () => db.selectFrom('operations').selectAll();

  const store: Store = {
    async create(payment, entry, asked) {
      try {
        await db.transaction().execute((trx) => insert(trx, payment, entry, asked));
        return 'created';
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const same = asked && (await store.findByKey(payment.till, asked.idempotencyKey));
        if (same) return 'key_taken';
        return (await store.find(payment.reference)) === null ? 'till_busy' : 'reference_taken';
      }
    },

    commit: (change) => db.transaction().execute((trx) => write(trx, change)),

    async find(reference) {
      const row = await payments().where('reference', '=', reference).executeTakeFirst();
      return row ? toPayment(row) : null;
    },

    async findNamed(orderId) {
      // Between a dot and what comes after it in the alphabet is what begins with the name and a dot.
      const rows = await payments()
        .where((where) =>
          where.or([
            where('reference', '=', orderId),
            where.and([where('reference', '>', `${orderId}.`), where('reference', '<', `${orderId}/`)]),
          ]),
        )
        .execute();
      return rows.map(toPayment);
    },

    async findTries(msn, base) {
      const rows = await payments()
        .where('base', '=', base)
        .where('msn', '=', msn)
        .orderBy('attempt')
        .execute();
      return rows.map(toPayment);
    },

    async findByKey(till, idempotencyKey) {
      const row = await payments()
        .where('till', '=', till)
        .where('idempotency_key', '=', idempotencyKey)
        .executeTakeFirst();
      return row ? { payment: toPayment(row), fingerprint: row.fingerprint ?? '' } : null;
    },

    async findAnswer(reference) {
      const row = await db
        .selectFrom('payments')
        .select('answer')
        .where('reference', '=', reference)
        .executeTakeFirst();
      return row?.answer ? JSON.parse(row.answer) : null;
    },

    async findNewest(till) {
      const row = await payments()
        .where('till', '=', till)
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? toPayment(row) : null;
    },

    ...createDue(db),
    ...createSentCalls(db),

    async adopt(units, otherwise) {
      const take = (trx: Kysely<Tables>, { shop, msn }: Whose) =>
        trx.updateTable('payments').set({ shop, msn }).where('shop', '=', '');
      await db.transaction().execute(async (trx) => {
        for (const [till, unit] of units) await take(trx, unit).where('till', '=', till).execute();
        await take(trx, otherwise).execute();
      });
    },

    async findImage(reference) {
      const row = await db
        .selectFrom('payment_images')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst();
      return row ? { contentType: row.content_type, bytes: Buffer.from(row.bytes) } : null;
    },

    async findOperation(key) {
      const row = await operations().where('key', '=', key).executeTakeFirst();
      return row ? toOperation(row) : null;
    },

    async findOperationAsked(reference, idempotencyKey) {
      const row = await operations()
        .where('reference', '=', reference)
        .where('idempotency_key', '=', idempotencyKey)
        .executeTakeFirst();
      return row ? toOperation(row) : null;
    },

    async findPendingOperation(reference) {
      const row = await operations()
        .where('reference', '=', reference)
        .where('state', '=', 'pending')
        .executeTakeFirst();
      return row ? toOperation(row) : null;
    },

    async countFailure(key) {
      const counted = await db
        .updateTable('operations')
        .set((where) => ({ failures: where('failures', '+', 1) }))
        .where('key', '=', key)
        .returning('failures')
        .executeTakeFirst();
      return counted?.failures ?? 0;
    },

    async anchorClock(boot, offsetMs) {
      const anchor = { boot, offset_ms: Math.round(offsetMs) };
      await db
        .insertInto('clock_anchors')
        .values(anchor)
        .onConflict((row) => row.doNothing())
        .execute();
      const found = await db
        .selectFrom('clock_anchors')
        .select('offset_ms')
        .where('boot', '=', boot)
        .executeTakeFirstOrThrow();
      return found.offset_ms;
    },

    async readHistory(reference) {
      const rows = await db
        .selectFrom('payment_history')
        .selectAll()
        .where('reference', '=', reference)
        .orderBy('version')
        .execute();
      return rows.map(({ at, by, detail, reference: _, ...rest }) => ({
        ...rest,
        atMs: at,
        by: by === null ? null : JSON.parse(by),
        detail: JSON.parse(detail),
      }));
    },

    list: (query, shop = null, dueBeforeMs = 0) => listPayments(db, query, shop, dueBeforeMs),

    readDay: (shop, day, nowMs) => readDay(db, shop, day, nowMs),

    listShops: () => listShops(db),

    findUncaptured: () => findUncaptured(db),
    findRunningAgreements: (after, limit) => findRunningAgreements(db, after, limit),

    async check() {
      const reference = '';
      const probe = { reference, content_type: '', bytes: new Uint8Array(probeBytes) };
      await db.transaction().execute(async (trx) => {
        await trx.insertInto('payment_images').values(probe).execute();
        await trx.deleteFrom('payment_images').where('reference', '=', reference).execute();
      });
    },

    close: () => db.destroy(),
  };
  return store;
}

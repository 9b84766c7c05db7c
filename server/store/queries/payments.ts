// The store's queries, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import { isUniqueViolation } from '../errors.ts';
import { onOneConnection, type Reading } from '../reading/reading.ts';
import { toPayment } from '../rows.ts';
import type { Store, StoredOperation } from '../store.ts';
import type { Tables } from '../tables.ts';
import { readDay } from './day.ts';
import { createDue } from './due.ts';
import { findUncaptured } from './held.ts';
import { listPayments, pageSize } from './lists/list.ts';
import { createSentCalls } from './sent-calls.ts';
import { createShops } from './shops.ts';
import { sumMovements } from './sums.ts';
import { insert, write } from './writes.ts';

/** What is written, and taken back, to see whether a database still takes a payment: about as much as one. */
const probeBytes = 8_192;

function toOperation(row: Tables['operations']): StoredOperation {
  const { idempotency_key: idempotencyKey, fingerprint, created_at: createdAtMs, limited: _, ...rest } = row;
  const asked = idempotencyKey !== null && fingerprint !== null ? { idempotencyKey, fingerprint } : null;
  return { ...rest, asked, createdAtMs };
}

/** @param reading how what takes long is read. */
export function createQueries(db: Kysely<Tables>, reading: Reading = onOneConnection(db)): Store {
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
    ...createShops(db),

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

    list: (query, shop = null, dueBeforeMs = 0, limit = pageSize) =>
      listPayments(db, query, { shop, dueBeforeMs, limit, turn: reading.turn }),

    sumMovements: (shop, span) => sumMovements(reading, shop, span),
    readDay: (shop, day, nowMs, till = null) => readDay(db, reading, { shop, till }, day, nowMs),

    findUncaptured: () => findUncaptured(db),

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

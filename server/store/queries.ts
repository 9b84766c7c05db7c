// The store's queries, in the SQL that SQLite and PostgreSQL share.
import { type Kysely, sql } from 'kysely';
import { finalStates, payableStates } from '../payments/payment.ts';
import { listPayments } from './list.ts';
import type { Change, Store, StoredOperation } from './store.ts';
import { type Tables, toPayment, toRow } from './tables.ts';

const isUniqueViolation = (error: unknown) =>
  error instanceof Error && /unique constraint/i.test(error.message);

function toOperation(row: Tables['operations']): StoredOperation {
  const { idempotency_key: idempotencyKey, fingerprint, created_at: createdAtMs, ...rest } = row;
  const asked = idempotencyKey !== null && fingerprint !== null ? { idempotencyKey, fingerprint } : null;
  return { ...rest, asked, createdAtMs };
}

function fromOperation(operation: StoredOperation): Tables['operations'] {
  const { asked, createdAtMs, ...rest } = operation;
  return {
    ...rest,
    idempotency_key: asked?.idempotencyKey ?? null,
    fingerprint: asked?.fingerprint ?? null,
    created_at: createdAtMs,
  };
}

const entryRow = (reference: string, { atMs, detail, ...rest }: Change['entry']) => ({
  ...rest,
  reference,
  at: atMs,
  detail: JSON.stringify(detail),
});

async function write(trx: Kysely<Tables>, change: Change): Promise<boolean> {
  const { payment, newOperation, settled, image, answer } = change;
  const { reference } = payment;
  const written = await trx
    .updateTable('payments')
    .set({ ...toRow(payment), ...(answer ? { answer: JSON.stringify(answer) } : {}) })
    .where('reference', '=', reference)
    .where('version', '=', payment.version - 1)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) return false;
  await trx.insertInto('payment_history').values(entryRow(reference, change.entry)).execute();
  if (newOperation) await trx.insertInto('operations').values(fromOperation(newOperation)).execute();
  if (settled) {
    await trx
      .updateTable('operations')
      .set({ state: settled.state })
      .where('key', '=', settled.key)
      .execute();
  }
  if (image) {
    const row = { reference, content_type: image.contentType, bytes: image.bytes };
    await trx.insertInto('payment_images').values(row).execute();
  }
  const payable: readonly string[] = payableStates;
  // [P4] A code that cannot be paid any more is not kept.
  if (!payable.includes(payment.state)) {
    await trx.deleteFrom('payment_images').where('reference', '=', reference).execute();
  }
  return true;
}

export function createQueries(db: Kysely<Tables>): Store {
  const payments = () => db.selectFrom('payments').selectAll();
  const operations = () => db.selectFrom('operations').selectAll();

  const store: Store = {
    async create(payment, entry, asked) {
      const row = {
        ...toRow(payment),
        sequence: sql<number>`(select coalesce(max(sequence), 0) + 1 from payments)`,
        answer: null,
        idempotency_key: asked?.idempotencyKey ?? null,
        fingerprint: asked?.fingerprint ?? null,
      };
      try {
        await db.transaction().execute(async (trx) => {
          await trx.insertInto('payments').values(row).execute();
          await trx.insertInto('payment_history').values(entryRow(payment.reference, entry)).execute();
        });
        return 'created';
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const same = asked && (await store.findByKey(payment.till, asked.idempotencyKey));
        return same ? 'key_taken' : 'till_busy';
      }
    },

    commit: (change) => db.transaction().execute((trx) => write(trx, change)),

    async find(reference) {
      const row = await payments().where('reference', '=', reference).executeTakeFirst();
      return row ? toPayment(row) : null;
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

    async findUnfinished(endedSinceMs) {
      const pending = db.selectFrom('operations').select('reference').where('state', '=', 'pending');
      const rows = await payments()
        .where((where) =>
          where.or([
            where('state', 'not in', finalStates),
            where('reference', 'in', pending),
            // Closed by us, and whether money was reserved meanwhile may not have been seen yet.
            where.and([where('closing_for', 'is not', null), where('ended_at', '>=', endedSinceMs)]),
          ]),
        )
        .execute();
      return rows.map(toPayment);
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

    async readHistory(reference) {
      const rows = await db
        .selectFrom('payment_history')
        .selectAll()
        .where('reference', '=', reference)
        .orderBy('version')
        .execute();
      return rows.map(({ at, detail, reference: _, ...rest }) => ({
        ...rest,
        atMs: at,
        detail: JSON.parse(detail),
      }));
    },

    list: (query) => listPayments(db, query),

    async check() {
      await sql`select 1`.execute(db);
    },

    close: () => db.destroy(),
  };
  return store;
}

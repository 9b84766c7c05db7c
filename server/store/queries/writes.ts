// What is written together: a payment, its history, its operations and its image, in one transaction.
import { type Kysely, sql } from 'kysely';
import { Refusal } from '../../core/refusal.ts';
import { payableStates } from '../../payments/payment/transitions.ts';
import type { Payment } from '../../payments/payment/types.ts';
import { toRow } from '../rows.ts';
import type { Asked, Change, DayLimit, StoredOperation } from '../store.ts';
import type { Tables } from '../tables.ts';
import { record } from './audit.ts';
import { book } from './books.ts';

function fromOperation(operation: StoredOperation, limit: DayLimit | undefined): Tables['operations'] {
  const { asked, createdAtMs, ...rest } = operation;
  return {
    ...rest,
    limited: limit?.who ?? null,
    idempotency_key: asked?.idempotencyKey ?? null,
    fingerprint: asked?.fingerprint ?? null,
    created_at: createdAtMs,
  };
}

const entryRow = (reference: string, { atMs, by, detail, ...rest }: Change['entry']) => ({
  ...rest,
  reference,
  at: atMs,
  by: by === null ? null : JSON.stringify(by),
  detail: JSON.stringify(detail),
});

/** @returns false when the stored version is not the one before; nothing is written then. */
export async function write(trx: Kysely<Tables>, change: Change): Promise<boolean> {
  const { payment, newOperation, settled, image, answer, startedOver } = change;
  const { reference } = payment;
  const written = await trx
    .updateTable('payments')
    .set({ ...toRow(payment), ...(answer ? { answer: JSON.stringify(answer) } : {}) })
    .where('reference', '=', reference)
    .where('version', '=', payment.version - 1)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) return false;
  await trx.insertInto('payment_history').values(entryRow(reference, change.entry)).execute();
  await book(trx, change);
  await record(trx, change.told);
  // First: what is settled may be followed by the next operation, and a payment has one at a time.
  if (settled) {
    await trx
      .updateTable('operations')
      .set({ state: settled.state })
      .where('key', '=', settled.key)
      .execute();
  }
  if (newOperation) await addOperation(trx, newOperation, change.dayLimit);
  if (image) {
    const row = { reference, content_type: image.contentType, bytes: image.bytes };
    await trx.insertInto('payment_images').values(row).execute();
  }
  const payable: readonly string[] = payableStates;
  // [P4] A code that cannot be paid any more is not kept.
  if (!payable.includes(payment.state)) {
    await trx.deleteFrom('payment_images').where('reference', '=', reference).execute();
  }
  if (startedOver) await startOver(trx, reference, startedOver);
  return true;
}

async function addOperation(
  trx: Kysely<Tables>,
  operation: StoredOperation,
  limit: DayLimit | undefined,
): Promise<void> {
  if (limit !== undefined && (await givenBack(trx, limit)) + operation.amount > limit.most) {
    const said = 'A manager has to approve this: it is more than you may give back by yourself in a day.';
    throw new Refusal('approval_required', said);
  }
  await trx.insertInto('operations').values(fromOperation(operation, limit)).execute();
}

/** In minor units: what Vipps has refused has not gone. */
async function givenBack(trx: Kysely<Tables>, { who, sinceMs }: DayLimit): Promise<number> {
  const { sum } = await trx
    .selectFrom('operations')
    .select((of) => of.fn.coalesce(of.fn.sum<number>('amount'), sql<number>`0`).as('sum'))
    .where('limited', '=', who)
    .where('created_at', '>=', sinceMs)
    .where('state', '!=', 'refused')
    .executeTakeFirstOrThrow();
  return Number(sum);
}

/** A payment that is new. */
export async function insert(
  db: Kysely<Tables>,
  payment: Payment,
  entry: Change['entry'],
  asked: Asked | null,
) {
  const row = {
    ...toRow(payment),
    sequence: sql<number>`(select coalesce(max(sequence), 0) + 1 from payments)`,
    answer: null,
    idempotency_key: asked?.idempotencyKey ?? null,
    fingerprint: asked?.fingerprint ?? null,
    late_looks_over: 0 as const,
    // ePayment takes the lines with the payment itself.
    receipt_due: payment.lines.length > 0 && payment.api !== 'epayment' ? (1 as const) : (0 as const),
  };
  await db.insertInto('payments').values(row).execute();
  await db.insertInto('payment_history').values(entryRow(payment.reference, entry)).execute();
}

async function startOver(
  trx: Kysely<Tables>,
  reference: string,
  { payment, entry }: NonNullable<Change['startedOver']>,
): Promise<void> {
  const of = trx.selectFrom('payments').where('reference', '=', reference);
  const { idempotency_key: idempotencyKey, fingerprint } = await of
    .select(['idempotency_key', 'fingerprint'])
    .executeTakeFirstOrThrow();
  const none = { idempotency_key: null, fingerprint: null };
  await trx.updateTable('payments').set(none).where('reference', '=', reference).execute();
  const asked = idempotencyKey !== null && fingerprint !== null ? { idempotencyKey, fingerprint } : null;
  await insert(trx, payment, entry, asked);
}

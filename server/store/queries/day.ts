// The books of a shop for one day, read at once.
import { type Kysely, sql } from 'kysely';
import type { Payment } from '../../payments/payment/types.ts';
import type { BookedMovement, Day, Span } from '../store.ts';
import { type Tables, toPayment } from '../tables.ts';
import { close } from './books.ts';

/** Of a sale, and still held: as the index has it. */
export const isUncaptured = sql<boolean>`state = 'approved' and reserved_amount > captured_amount + released_amount`;

/** Every movement with the payment that it is of. */
const movementsOf = (trx: Kysely<Tables>, shop: string) =>
  trx
    .selectFrom('money_movements')
    .innerJoin('payments', 'payments.reference', 'money_movements.reference')
    .where('payments.shop', '=', shop);

async function readMovements(trx: Kysely<Tables>, shop: string, day: Span): Promise<BookedMovement[]> {
  const rows = await movementsOf(trx, shop)
    .select(['money_movements.reference', 'kind', 'money_movements.amount', 'found', 'at as atMs'])
    .select(['till', 'currency', 'text', 'created_at as createdAtMs'])
    .where('at', '>=', day.fromMs)
    .where('at', '<', day.toMs)
    .orderBy('at')
    .orderBy('money_movements.reference')
    .orderBy('money_movements.version')
    .execute();
  return rows.map(({ found, ...row }) => ({ ...row, found: found === 1 }));
}

function readPayments(trx: Kysely<Tables>, shop: string, day: Span) {
  const moved = trx
    .selectFrom('money_movements')
    .select('reference')
    .where('at', '>=', day.fromMs)
    .where('at', '<', day.toMs);
  return trx
    .selectFrom('payments')
    .selectAll()
    .where('shop', '=', shop)
    .where((where) =>
      where.or([
        where.and([where('created_at', '>=', day.fromMs), where('created_at', '<', day.toMs)]),
        where('reference', 'in', moved),
        where.and([isUncaptured, where('created_at', '<', day.fromMs)]),
      ]),
    )
    .orderBy('created_at')
    .orderBy('reference')
    .execute();
}

/** What is held now, as it was before all that moved since. */
async function readReserved(trx: Kysely<Tables>, shop: string, toMs: number): Promise<Day['reserved']> {
  const now = await trx
    .selectFrom('payments')
    .select(['till', 'currency'])
    .select(sql<number>`sum(reserved_amount - captured_amount - released_amount)`.as('amount'))
    .where('shop', '=', shop)
    .where(isUncaptured)
    .groupBy(['till', 'currency'])
    .execute();
  const since = await movementsOf(trx, shop)
    .select(['till', 'currency'])
    .select(
      sql<number>`sum(case kind when 'reserved' then -money_movements.amount else money_movements.amount end)`.as(
        'amount',
      ),
    )
    .where('kind', 'in', ['reserved', 'captured', 'released'])
    .where('payments.state', '=', 'approved')
    .where('at', '>=', toMs)
    .groupBy(['till', 'currency'])
    .execute();
  return [...now, ...since];
}

/** @param nowMs by the wall clock: a day that is over by it is closed. */
export function readDay(db: Kysely<Tables>, shop: string, day: Span, nowMs: number): Promise<Day> {
  // One transaction: what is stored in between must be in all of it or in nothing.
  return db.transaction().execute(async (trx) => {
    if (day.toMs <= nowMs) await close(trx, shop, day.toMs);
    return {
      payments: (await readPayments(trx, shop, day)).map(toPayment),
      movements: await readMovements(trx, shop, day),
      reserved: await readReserved(trx, shop, day.toMs),
    };
  });
}

export async function listShops(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('payments').select('shop').distinct().orderBy('shop').execute();
  return rows.map(({ shop }) => shop);
}

export async function findRunningAgreements(
  db: Kysely<Tables>,
  after: string | null,
  limit: number,
): Promise<Payment[]> {
  const rows = await db
    .selectFrom('payments')
    .selectAll()
    .where('agreement', 'is not', null)
    .where('state', '=', 'approved')
    .where(sql<string>`json_extract(agreement, '$.stop')`, '=', 'none')
    .where('reference', '>', after ?? '')
    .orderBy('reference')
    .limit(limit)
    .execute();
  return rows.map(toPayment);
}

export async function findUncaptured(db: Kysely<Tables>): Promise<Payment[]> {
  const rows = await db
    .selectFrom('payments')
    .selectAll()
    .where(isUncaptured)
    .orderBy('created_at')
    .orderBy('reference')
    .execute();
  return rows.map(toPayment);
}

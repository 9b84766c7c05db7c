// All that happened between two moments, read at once.
import type { Kysely } from 'kysely';
import type { Day } from './store.ts';
import { type Tables, toPayment } from './tables.ts';

/** @param fromMs @param toMs epoch milliseconds, the end exclusive. @param shop null for all of them. */
export function readDay(db: Kysely<Tables>, fromMs: number, toMs: number, shop: string | null): Promise<Day> {
  // One transaction: a refund that is done between the two queries must not be in the one and not in the other.
  return db.transaction().execute(async (trx) => {
    const payments = await trx
      .selectFrom('payments')
      .selectAll()
      .$if(shop !== null, (all) => all.where('shop', '=', shop))
      .where('created_at', '>=', fromMs)
      .where('created_at', '<', toMs)
      .orderBy('created_at')
      .orderBy('reference')
      .execute();
    const refunds = await trx
      .selectFrom('operations')
      .innerJoin('payments', 'payments.reference', 'operations.reference')
      .select(['operations.reference', 'payments.till', 'payments.currency', 'operations.amount'])
      .select('operations.created_at as createdAtMs')
      .$if(shop !== null, (all) => all.where('payments.shop', '=', shop))
      .where('operations.kind', '=', 'refund')
      .where('operations.state', '=', 'done')
      .where('operations.created_at', '>=', fromMs)
      .where('operations.created_at', '<', toMs)
      .orderBy('operations.created_at')
      .orderBy('operations.key')
      .execute();
    return { payments: payments.map(toPayment), refunds };
  });
}

// Which payments something is still to be done for, and that it is done.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { toPayment } from '../rows.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';

// Each is found by an index that holds nothing else, and that knows no parameters.
const due = {
  open: sql<boolean>`state in ('started', 'presented', 'scanned', 'closing')`,
  /** Ended without money, and something may exist at Vipps: a sale that Vipps refused to start is none of these. */
  latePolls: sql<boolean>`late_looks_over = 0 and state in ('cancelled', 'expired', 'failed') and (state <> 'failed' or closing_for is not null)`,
  /** Paid, so that there is an order to which lines can be added. */
  receipt: sql<boolean>`receipt_due = 1 and state = 'approved'`,
  operation: sql<boolean>`state = 'pending'`,
};

type Due = Pick<
  Store,
  'findUnfinished' | 'endLatePolls' | 'isReceiptDue' | 'endReceipt' | 'findRunningAgreements'
>;

export function createDue(db: Kysely<Tables>): Due {
  return {
    async findUnfinished() {
      const that = (is: RawBuilder<boolean>) => db.selectFrom('payments').select('reference').where(is);
      const references = that(due.open)
        .union(that(due.latePolls))
        .union(that(due.receipt))
        .union(db.selectFrom('operations').select('reference').where(due.operation));
      const rows = await db.selectFrom('payments').selectAll().where('reference', 'in', references).execute();
      return rows.map(toPayment);
    },

    async endLatePolls(reference) {
      const over = { late_looks_over: 1 } as const;
      await db.updateTable('payments').set(over).where('reference', '=', reference).execute();
    },

    async isReceiptDue(reference) {
      const found = await db
        .selectFrom('payments')
        .select('reference')
        .where('reference', '=', reference)
        .where(due.receipt)
        .executeTakeFirst();
      return found !== undefined;
    },

    async endReceipt(reference) {
      const told = { receipt_due: 0 } as const;
      await db.updateTable('payments').set(told).where('reference', '=', reference).execute();
    },

    async findRunningAgreements(after, limit) {
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
    },
  };
}

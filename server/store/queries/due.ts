// Which payments something is still to be done for, and that it is done.
import type { ExpressionBuilder, Kysely } from 'kysely';
import { finalStates } from '../../payments/payment/transitions.ts';
import type { Store } from '../store.ts';
import { type Tables, toPayment } from '../tables.ts';

/** Ended without money, and something may exist at Vipps: a sale that Vipps refused to start is none of these. */
function lateLooksDue(where: ExpressionBuilder<Tables, 'payments'>) {
  return where.and([
    where('late_looks_over', '=', 0),
    where('state', 'in', ['cancelled', 'expired', 'failed']),
    where.or([where('state', '!=', 'failed'), where('closing_for', 'is not', null)]),
  ]);
}

/** Paid, so that there is an order to which lines can be added. */
function receiptDue(where: ExpressionBuilder<Tables, 'payments'>) {
  return where.and([where('receipt_due', '=', 1), where('state', '=', 'approved')]);
}

type Due = Pick<Store, 'findUnfinished' | 'endLatePolls' | 'isReceiptDue' | 'endReceipt'>;

export function createDue(db: Kysely<Tables>): Due {
  return {
    async findUnfinished() {
      const pending = db.selectFrom('operations').select('reference').where('state', '=', 'pending');
      const rows = await db
        .selectFrom('payments')
        .selectAll()
        .where((where) =>
          where.or([
            where('state', 'not in', finalStates),
            where('reference', 'in', pending),
            lateLooksDue(where),
            receiptDue(where),
          ]),
        )
        .execute();
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
        .where(receiptDue)
        .executeTakeFirst();
      return found !== undefined;
    },

    async endReceipt(reference) {
      const told = { receipt_due: 0 } as const;
      await db.updateTable('payments').set(told).where('reference', '=', reference).execute();
    },
  };
}

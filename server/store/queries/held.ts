// What customers have let a shop take, and nobody has captured or released.
import { type Kysely, sql } from 'kysely';
import type { Payment } from '../../payments/payment/types.ts';
import { pageRows, readAll } from '../reading/pages.ts';
import type { Turn } from '../reading/turns.ts';
import { toPayment } from '../rows.ts';
import type { Tables } from '../tables.ts';
import type { Books } from './books.ts';
import { isAt } from './lists/position.ts';

/** Of a sale, and still held: as the index has it. */
export const isUncaptured = sql<boolean>`state = 'approved' and reserved_amount > captured_amount + released_amount`;

/** Sales of which something is held, the oldest first. */
const uncaptured = (db: Kysely<Tables>) =>
  db.selectFrom('payments').where(isUncaptured).orderBy('created_at').orderBy('reference');

export const findUncaptured = async (db: Kysely<Tables>): Promise<Payment[]> =>
  (await uncaptured(db).selectAll().execute()).map(toPayment);

/** Of a shop, or of one of its tills. */
export async function findHeld(db: Kysely<Tables>, { shop, till }: Books, turn: Turn): Promise<Payment[]> {
  return readAll<Payment>(turn, async (after) => {
    let select = uncaptured(db).selectAll().where('shop', '=', shop);
    if (till !== null) select = select.where('till', '=', till);
    if (after !== null) select = select.where(isAt('>', after));
    return (await select.limit(pageRows).execute()).map(toPayment);
  });
}

// Writing what money did into the books of a shop.
import type { Kysely } from 'kysely';
import type { Change } from '../store.ts';
import type { Tables } from '../tables.ts';

/** Up to when the books of a shop are closed; 0 if they never were. */
async function closedUntil(trx: Kysely<Tables>, shop: string): Promise<number> {
  const row = await trx.selectFrom('closed_days').select('until').where('shop', '=', shop).executeTakeFirst();
  return row?.until ?? 0;
}

/** What is stored after a day was closed is on a later day, whatever time it was when it was done. */
export async function book(trx: Kysely<Tables>, { payment, entry, movements = [] }: Change): Promise<void> {
  if (movements.length === 0) return;
  const at = Math.max(entry.atMs, await closedUntil(trx, payment.shop));
  const { reference, version } = payment;
  const rows = movements.map(({ kind, amount, found }) => ({
    reference,
    version,
    kind,
    amount,
    found: found ? (1 as const) : (0 as const),
    at,
  }));
  await trx.insertInto('money_movements').values(rows).execute();
}

/** Closes a day that is over. */
export async function close(trx: Kysely<Tables>, shop: string, untilMs: number): Promise<void> {
  if ((await closedUntil(trx, shop)) >= untilMs) return;
  await trx
    .insertInto('closed_days')
    .values({ shop, until: untilMs })
    .onConflict((row) => row.column('shop').doUpdateSet({ until: untilMs }))
    .execute();
}

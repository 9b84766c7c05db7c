// What money did, in the books of a shop.
import { type Kysely, sql } from 'kysely';
import type { Span } from '../books.ts';
import { pageRows } from '../reading/pages.ts';
import type { Change } from '../store.ts';
import type { Tables } from '../tables.ts';

/** Of a shop; of one of its tills, where one is named. */
export type Books = { shop: string; till: string | null };

/** Where a movement stands in them. */
export type Place = { atMs: number; reference: string; version: number; kind: string };

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
    shop: payment.shop,
    till: payment.till,
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

/** A page of the books, the oldest first, each movement with the payment that it is of. */
export function movementsOf(
  db: Kysely<Tables>,
  { shop, till }: Books,
  { fromMs, toMs }: Span,
  after: Place | null,
) {
  const all = db
    .selectFrom('money_movements as moved')
    .innerJoin('payments', 'payments.reference', 'moved.reference')
    .where('moved.shop', '=', shop)
    .where('moved.at', '<', toMs)
    .where(
      after === null
        ? sql<boolean>`moved.at >= ${fromMs}`
        : sql<boolean>`(moved.at, moved.reference, moved.version, moved.kind) > (${after.atMs}, ${after.reference}, ${after.version}, ${after.kind})`,
    );
  const ours = till === null ? all : all.where('moved.till', '=', till);
  return ours
    .orderBy('moved.at')
    .orderBy('moved.reference')
    .orderBy('moved.version')
    .orderBy('moved.kind')
    .limit(pageRows);
}

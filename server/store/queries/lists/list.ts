// Finding payments: newest first, a page at a time.
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { ListQuery } from '../../../contract/payments.ts';
import type { Payment } from '../../../payments/payment/types.ts';
import type { Tables } from '../../tables.ts';
import { isUncaptured } from '../held.ts';
import { fromPageCursor, older, type Position, toPageCursor } from './position.ts';
import { type Bounds, type Condition, merge, type Range, type Source, scan } from './scan.ts';
import { matches } from './search.ts';

/** Of a page, where nobody asks for another. */
export const pageSize = 50;

// As the indices have them, which know no parameters.
const isNoted: Condition = () => sql<boolean>`attention = 1`;
const isNotNoted: Condition = () => sql<boolean>`attention = 0`;
const isHeld: Condition = () => isUncaptured;
/** Nobody has said yet that it is to be captured. */
const waitsForCapture: Condition = (where) => where('capture', '!=', 'pending');

const isOf =
  (column: 'shop' | 'till' | 'state', value: string): Condition =>
  (where: ExpressionBuilder<Tables, 'payments'>) =>
    where(column, '=', value as never);

/** What no index knows, so that it is looked for in slices. */
function wantedOf({ state, q, refunded, amountFrom, amountTo }: ListQuery): Condition[] {
  const wanted: Condition[] = [];
  if (state !== undefined) wanted.push(isOf('state', state));
  if (refunded !== undefined) wanted.push((where) => where('refunded_amount', '>', 0));
  if (amountFrom !== undefined) wanted.push((where) => where('amount', '>=', Number(amountFrom)));
  if (amountTo !== undefined) wanted.push((where) => where('amount', '<=', Number(amountTo)));
  if (q !== undefined) wanted.push(matches(q));
  return wanted;
}

/** @returns what is read, and along which index; where it is several they have nothing in common. */
function sourcesOf(query: ListQuery, shop: string | null, dueBeforeMs: number): Source[] {
  const { till, attention, uncaptured } = query;
  const ofShop = shop === null ? [] : [isOf('shop', shop)];
  const ofTill = till === undefined ? [] : [isOf('till', till)];
  const wanted = wantedOf(query);
  const held: Source = { along: [isHeld, ...ofTill], filters: [...ofShop, ...wanted, waitsForCapture] };
  if (attention !== undefined) {
    const isDue: Condition = (where) => where('capture_until', '<=', dueBeforeMs);
    const waits: Condition[] = uncaptured === undefined ? [] : [isHeld, waitsForCapture];
    return [
      { along: [isNoted, ...ofTill], filters: [...ofShop, ...wanted, ...waits] },
      { ...held, filters: [...held.filters, isDue, isNotNoted] },
    ];
  }
  if (uncaptured !== undefined) return [held];
  if (till !== undefined) return [{ along: ofTill, filters: [...ofShop, ...wanted] }];
  return [{ along: ofShop, filters: wanted }];
}

/** Before the moment itself, whatever the reference. */
const startOf = (time: string | undefined): Position | null =>
  time === undefined ? null : { createdAtMs: Date.parse(time), reference: '' };

/**
 * @param shop null for all of them. @param dueBeforeMs what has to be captured by then needs attention.
 * @returns fewer than `limit`, or none, with a cursor, where there is more to be looked through than one request may take.
 * @throws Refusal `invalid_request` for a cursor that is none.
 */
export async function listPayments(
  db: Kysely<Tables>,
  query: ListQuery,
  { shop, dueBeforeMs, ...bounds }: Bounds & { shop: string | null; dueBeforeMs: number },
): Promise<{ payments: Payment[]; cursor: string | null }> {
  const { from, to, cursor } = query;
  const before = older(startOf(to), cursor === undefined ? null : fromPageCursor(cursor));
  const range: Range = { before, from: startOf(from) };
  const found = [];
  for (const source of sourcesOf(query, shop, dueBeforeMs)) {
    found.push(await scan(db, source, range, bounds));
  }
  const { payments, reached } = merge(found, bounds.limit);
  return { payments, cursor: reached === null ? null : toPageCursor(reached) };
}

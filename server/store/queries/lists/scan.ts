// Reading payments along an index, newest first, in slices between which the event loop turns.
import type { Expression, ExpressionBuilder, Kysely, SelectQueryBuilder, SqlBool } from 'kysely';
import type { Payment } from '../../../payments/payment/types.ts';
import type { Turn } from '../../reading/turns.ts';
import { toPayment } from '../../rows.ts';
import type { Tables } from '../../tables.ts';
import { compare, isAt, newer, type Position, positionOf } from './position.ts';

type Select = SelectQueryBuilder<Tables, 'payments', object>;
export type Condition = (where: ExpressionBuilder<Tables, 'payments'>) => Expression<SqlBool>;

/** What is read: all rows of an index that begin in one way, and which of them are wanted. */
export type Source = { along: readonly Condition[]; filters: readonly Condition[] };

/** From the newest, exclusive, to the oldest, inclusive; null is without an end. */
export type Range = { before: Position | null; from: Position | null };

/** All that is wanted down to `reached`, which is included; null when there is no more. */
export type Found = { payments: Payment[]; reached: Position | null };

/** The first slice is for lists of which nearly everything is wanted; 2,000 rows take about 3 ms. */
const slice = { first: 100, most: 2_000 };
/** What one request has read before it is answered with what was found, and where it stopped. */
const defaultRows = 200_000;
/** Above what a slice can hold. It is there because SQLite then reads along this index, whatever the filters are. */
const noLimit = 1_000_000_000;

const all = (conditions: readonly Condition[]) => (where: ExpressionBuilder<Tables, 'payments'>) =>
  where.and(conditions.map((condition) => condition(where)));

/** Newest first. */
function ordered(db: Kysely<Tables>, { along }: Source, { before, from }: Range): Select {
  let select: Select = db.selectFrom('payments').where(all(along));
  if (before !== null) select = select.where(isAt('<', before));
  if (from !== null) select = select.where(isAt('>=', from));
  return select.orderBy('created_at', 'desc').orderBy('reference', 'desc');
}

/** @returns the last row of a slice; null when there are fewer. */
async function endOf(db: Kysely<Tables>, source: Source, range: Range, rows: number) {
  const position = ordered(db, source, range).select(['created_at as createdAtMs', 'reference']);
  return (
    (await position
      .limit(1)
      .offset(rows - 1)
      .executeTakeFirst()) ?? null
  );
}

async function read(db: Kysely<Tables>, source: Source, range: Range, limit: number): Promise<Payment[]> {
  const rows = ordered(db, source, range).selectAll();
  if (source.filters.length === 0) return (await rows.limit(limit).execute()).map(toPayment);
  const found = db.selectFrom(rows.limit(noLimit).as('slice')).selectAll();
  // Its columns are those of the table.
  const wanted = found.where((where) =>
    all(source.filters)(where as unknown as ExpressionBuilder<Tables, 'payments'>),
  );
  const newestFirst = wanted.orderBy('created_at', 'desc').orderBy('reference', 'desc').limit(limit);
  return (await newestFirst.execute()).map(toPayment);
}

/** How much is returned at most, and how much is read for it. */
export type Bounds = { limit: number; mostRows?: number; turn: Turn };

export async function scan(
  db: Kysely<Tables>,
  source: Source,
  range: Range,
  { limit, mostRows = defaultRows, turn }: Bounds,
): Promise<Found> {
  const isFiltered = source.filters.length > 0;
  const payments: Payment[] = [];
  let { before } = range;
  let [rows, rowsLeft] = [slice.first, mostRows];
  while (rowsLeft > 0) {
    await turn();
    const end = isFiltered ? await endOf(db, source, { ...range, before }, rows) : null;
    const stretch = { before, from: newer(range.from, end) };
    payments.push(...(await read(db, source, stretch, limit + 1 - payments.length)));
    const last = payments[limit - 1];
    if (payments.length > limit && last) {
      return { payments: payments.slice(0, limit), reached: positionOf(last) };
    }
    if (end === null) return { payments, reached: null };
    before = end;
    rowsLeft -= rows;
    rows = Math.min(rows * 2, slice.most);
  }
  return { payments, reached: before };
}

/** What was found in several sources, none of which has a payment of another. */
export function merge(found: readonly Found[], limit: number): Found {
  const reached = found.map((one) => one.reached).reduce(newer, null);
  const payments = found
    .flatMap((one) => one.payments)
    .filter((one) => reached === null || compare(one, reached) >= 0)
    .toSorted((a, b) => compare(b, a));
  const last = payments[limit - 1];
  return payments.length > limit && last
    ? { payments: payments.slice(0, limit), reached: positionOf(last) }
    : { payments, reached };
}

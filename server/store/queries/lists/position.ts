// Where a payment stands in a list: by when it was started, and by reference where that is the same.
import type { ExpressionBuilder } from 'kysely';
import { fromCursor, toCursor } from '../../../core/cursor.ts';
import type { Tables } from '../../tables.ts';

export type Position = { createdAtMs: number; reference: string };

export const positionOf = ({ createdAtMs, reference }: Position): Position => ({ createdAtMs, reference });

/** @returns above 0 when `a` is newer. */
export function compare(a: Position, b: Position): number {
  if (a.createdAtMs !== b.createdAtMs) return a.createdAtMs - b.createdAtMs;
  return a.reference < b.reference ? -1 : Number(a.reference > b.reference);
}

/** As a condition of one index: two for the same end of a range would leave SQLite to read from the wrong one. */
export const isAt =
  (comparison: '<' | '<=' | '>' | '>=', { createdAtMs, reference }: Position) =>
  (where: ExpressionBuilder<Tables, 'payments'>) =>
    where(where.refTuple('created_at', 'reference'), comparison, where.tuple(createdAtMs, reference));

type Perhaps = Position | null;

/** The newer of two; of null and something, that. */
export const newer = (a: Perhaps, b: Perhaps): Perhaps =>
  a === null || (b !== null && compare(b, a) > 0) ? b : a;

/** The older of two; of null and something, that. */
export const older = (a: Perhaps, b: Perhaps): Perhaps =>
  a === null || (b !== null && compare(b, a) < 0) ? b : a;

export const toPageCursor = ({ createdAtMs, reference }: Position): string =>
  toCursor([createdAtMs, reference]);

/** @throws Refusal `invalid_request` for what `toPageCursor` never gave. */
export const fromPageCursor = (cursor: string): Position =>
  fromCursor(cursor, ([createdAtMs, reference]) =>
    Number.isSafeInteger(createdAtMs) && typeof reference === 'string'
      ? { createdAtMs: Number(createdAtMs), reference }
      : null,
  );

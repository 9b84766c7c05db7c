// Where a page of a list ended, as callers hand it back for the next one: they need not read it.
import { Refusal } from './refusal.ts';

export const toCursor = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/**
 * @param read makes what was meant of the parts; null for parts that `toCursor` never had.
 * @throws Refusal `invalid_request` for what `toCursor` never gave.
 */
export function fromCursor<Place>(cursor: string, read: (parts: readonly unknown[]) => Place | null): Place {
  const place = partsOf(cursor);
  const found = place === null ? null : read(place);
  if (found === null) throw new Refusal('invalid_request', 'cursor: not one that this server gave.');
  return found;
}

function partsOf(cursor: string): readonly unknown[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : null;
  } catch {
    return null;
  }
}

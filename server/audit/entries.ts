// Entries of the audit log, as managers ask for them: a page at a time, newest first.

import type { AuditEntryView, AuditQuery } from '../contract/audit.ts';
import { fromCursor, toCursor } from '../core/cursor.ts';
import type { Tills } from '../core/tills.ts';
import { csvLine, csvMark } from '../http/csv.ts';
import { exportRows } from '../http/export.ts';
import { boundsOf } from '../reconciliation/calendar.ts';
import { shopDays } from '../reconciliation/shop-days.ts';
import type { AuditEntry, AuditFilter, AuditPosition, AuditStore } from '../store/audit-store.ts';

const iso = (ms: number) => new Date(ms).toISOString();

export function toEntryView(entry: AuditEntry): AuditEntryView {
  const { sequence, at, kind, shop, address, about, detail, hash } = entry;
  const who = { kind: entry.who_kind, id: entry.who_id, name: entry.who_name };
  return { sequence, at: iso(at), kind, shop, who, address, about, detail: JSON.parse(detail), hash };
}

const positionIn = ([at, sequence]: readonly unknown[]): AuditPosition | null =>
  Number.isSafeInteger(at) && Number.isSafeInteger(sequence)
    ? { at: Number(at), sequence: Number(sequence) }
    : null;

/** @param shop the only one that may be seen; null is all of them, whose days are those of the first till's. */
export const dayOfReader = (shop: string | null, tills: Tills) =>
  shopDays(tills).of(shop ?? tills.list()[0]?.shop ?? '');

/** @param shop as `dayOfReader`. */
export function filterOf({ day, person, kind }: AuditQuery, shop: string | null, tills: Tills): AuditFilter {
  return {
    shop,
    ...(day === undefined ? {} : boundsOf(day, dayOfReader(shop, tills))),
    ...(person === undefined ? {} : { person }),
    ...(kind === undefined ? {} : { kind }),
  };
}

export type Page = { entries: AuditEntry[]; cursor: string | null };

/** @throws Refusal `invalid_request` for a cursor that is none. */
export async function readPage(
  store: Pick<AuditStore, 'list'>,
  filter: AuditFilter,
  cursor: string | undefined,
  size: number,
): Promise<Page> {
  const after = cursor === undefined ? null : fromCursor(cursor, positionIn);
  const found = await store.list(filter, after, size + 1);
  const entries = found.slice(0, size);
  const last = entries.at(-1);
  return { entries, cursor: found.length > size && last ? toCursor([last.at, last.sequence]) : null };
}

const columns: readonly [name: string, of: (entry: AuditEntry) => string][] = [
  ['number', ({ sequence }) => String(sequence)],
  ['time', ({ at }) => iso(at)],
  ['what', ({ kind }) => kind],
  ['shop', ({ shop }) => shop ?? ''],
  ['who', ({ who_kind }) => who_kind],
  ['id', ({ who_id }) => who_id ?? ''],
  ['name', ({ who_name }) => who_name],
  ['address', ({ address }) => address],
  ['about', ({ about }) => about],
  ['details', ({ detail }) => detail],
  ['hash', ({ hash }) => hash],
];

/** The text of a file with all that matches, piece by piece; whoever reads it slowly is waited for. */
export async function* toCsv(store: Pick<AuditStore, 'list'>, filter: AuditFilter): AsyncGenerator<string> {
  yield `${csvMark}${csvLine(columns.map(([name]) => name))}`;
  for (let cursor: string | undefined; ; ) {
    const page = await readPage(store, filter, cursor, exportRows);
    yield page.entries.map((entry) => csvLine(columns.map(([, of]) => of(entry)))).join('');
    if (page.cursor === null) return;
    cursor = page.cursor;
  }
}

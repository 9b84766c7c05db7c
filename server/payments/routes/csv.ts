// Payments as a table for a spreadsheet, with amounts as people write them. Pure.
import { csvLine, csvMark } from '../../http/csv.ts';
import type { Payment } from '../payment/types.ts';

const iso = (ms: number) => new Date(ms).toISOString();
/** Minor units as decimals, which only the eye sees (P9). */
const decimal = (amountMinor: number) => (amountMinor / 100).toFixed(2);

const columns: readonly [name: string, of: (payment: Payment) => string][] = [
  ['reference', ({ reference }) => reference],
  ['shop', ({ shop }) => shop],
  ['till', ({ till }) => till],
  ['api', ({ api }) => api],
  ['state', ({ state }) => state],
  ['created', ({ createdAtMs }) => iso(createdAtMs)],
  ['text', ({ text }) => text],
  ['currency', ({ amount }) => amount.currency],
  ['amount', ({ amount }) => decimal(amount.value)],
  ['captured', ({ capturedAmount }) => decimal(capturedAmount)],
  ['refunded', ({ refundedAmount }) => decimal(refundedAmount)],
  ['released', ({ releasedAmount }) => decimal(releasedAmount)],
  ['ended by', ({ endedBy }) => endedBy ?? ''],
  ['problem', ({ problem }) => problem?.code ?? ''],
];

/** The names of the columns. */
export const csvHead = `${csvMark}${csvLine(columns.map(([name]) => name))}`;

export function toCsvLine(payment: Payment): string {
  return csvLine(columns.map(([, of]) => of(payment)));
}

type Page = { payments: readonly Payment[]; cursor: string | null };

/** The whole table, a page at a time, each read when it is asked for. @param read gives the page that begins at a cursor. */
export async function* csvOf(
  first: Page,
  read: (cursor: string) => Promise<Page>,
): AsyncGenerator<string, void> {
  yield csvHead;
  for (let page = first; ; page = await read(page.cursor)) {
    yield page.payments.map(toCsvLine).join('');
    if (page.cursor === null) return;
  }
}

// The books of a shop, or of one of its tills, for one day: read a page at a time, and all as it was at one moment.
import type { Kysely } from 'kysely';
import type { Payment } from '../../payments/payment/types.ts';
import type { BookedMovement, Day, Span } from '../books.ts';
import { inPages, pageRows, readAll } from '../reading/pages.ts';
import type { Reading } from '../reading/reading.ts';
import type { Turn } from '../reading/turns.ts';
import { toPayment } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { type Books, close, movementsOf, type Place } from './books.ts';
import { findHeld } from './held.ts';
import { compare, isAt } from './lists/position.ts';

/** Started in the day, the oldest first. */
async function findStarted(db: Kysely<Tables>, { shop, till }: Books, day: Span, turn: Turn) {
  const end = isAt('<', { createdAtMs: day.toMs, reference: '' });
  return readAll<Payment>(turn, async (after) => {
    const start = after === null ? isAt('>=', { createdAtMs: day.fromMs, reference: '' }) : isAt('>', after);
    const all = db.selectFrom('payments').selectAll().where('shop', '=', shop).where(start).where(end);
    const ours = till === null ? all : all.where('till', '=', till);
    const rows = await ours.orderBy('created_at').orderBy('reference').limit(pageRows).execute();
    return rows.map(toPayment);
  });
}

/** Those of other days whose money moved. */
async function findMoved(db: Kysely<Tables>, movements: readonly BookedMovement[], day: Span, turn: Turn) {
  const others = movements.filter(({ createdAtMs }) => createdAtMs < day.fromMs || createdAtMs >= day.toMs);
  const references = [...new Set(others.map(({ reference }) => reference))];
  const found: Payment[] = [];
  for (let at = 0; at < references.length; at += pageRows) {
    await turn();
    const some = references.slice(at, at + pageRows);
    const rows = await db.selectFrom('payments').selectAll().where('reference', 'in', some).execute();
    found.push(...rows.map(toPayment));
  }
  return found;
}

async function readMovements(
  db: Kysely<Tables>,
  books: Books,
  day: Span,
  turn: Turn,
): Promise<BookedMovement[]> {
  const movements: BookedMovement[] = [];
  const pages = inPages(turn, (after: Place | null) =>
    movementsOf(db, books, day, after)
      .select(['moved.reference', 'moved.version', 'kind', 'moved.amount', 'found', 'at as atMs'])
      .select(['payments.till', 'currency', 'text', 'created_at as createdAtMs'])
      .execute(),
  );
  for await (const page of pages) {
    for (const { reference, kind, amount, found, atMs, till, currency, text, createdAtMs } of page) {
      const isFound = found === 1;
      movements.push({ reference, till, currency, text, createdAtMs, kind, amount, found: isFound, atMs });
    }
  }
  return movements;
}

/** What is held now, as it was before all that moved since. */
async function readReserved(
  db: Kysely<Tables>,
  books: Books,
  held: readonly Payment[],
  toMs: number,
  turn: Turn,
) {
  const sums = new Map<string, Day['reserved'][number]>();
  const add = (till: string, currency: Payment['amount']['currency'], amount: number) => {
    const sum = sums.get(`${till} ${currency}`);
    if (sum) sum.amount += amount;
    else sums.set(`${till} ${currency}`, { till, currency, amount });
  };
  for (const { till, amount, reservedAmount, capturedAmount, releasedAmount } of held) {
    add(till, amount.currency, reservedAmount - capturedAmount - releasedAmount);
  }
  const since = { fromMs: toMs, toMs: Number.MAX_SAFE_INTEGER };
  const pages = inPages(turn, (after: Place | null) =>
    movementsOf(db, books, since, after)
      .select(['moved.reference', 'moved.version', 'kind', 'moved.amount', 'at as atMs'])
      .select(['payments.till', 'currency', 'state'])
      .execute(),
  );
  for await (const page of pages) {
    for (const { till, currency, kind, amount, state } of page) {
      if (state !== 'approved') continue;
      if (kind === 'reserved') add(till, currency, -amount);
      if (kind === 'captured' || kind === 'released') add(till, currency, amount);
    }
  }
  return [...sums.values()];
}

/** Those of the day, what of the others moved money in it, and what was held before it; each once. */
function together(parts: readonly (readonly Payment[])[]): Payment[] {
  const all = new Map(parts.flat().map((payment) => [payment.reference, payment]));
  return [...all.values()].toSorted(compare);
}

/** @param nowMs by the wall clock: a day that is over by it is closed, so that nothing is added to it while it is read, or later. */
export async function readDay(
  db: Kysely<Tables>,
  { snapshot, turn }: Reading,
  books: Books,
  day: Span,
  nowMs: number,
): Promise<Day> {
  if (day.toMs <= nowMs) await db.transaction().execute((trx) => close(trx, books.shop, day.toMs));
  return snapshot(async (at) => {
    const movements = await readMovements(at, books, day, turn);
    const held = await findHeld(at, books, turn);
    const before = held.filter(({ createdAtMs }) => createdAtMs < day.fromMs);
    const moved = await findMoved(at, movements, day, turn);
    return {
      payments: together([await findStarted(at, books, day, turn), moved, before]),
      movements,
      reserved: await readReserved(at, books, held, day.toMs, turn),
    };
  });
}

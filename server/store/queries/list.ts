// Finding payments: newest first, a page at a time.
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { attentionCodes, type ListQuery } from '../../contract/payments.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Payment } from '../../payments/payment/types.ts';
import { type Tables, toPayment } from '../tables.ts';
import { isUncaptured } from './day.ts';

const pageSize = 50;

type Position = { createdAtMs: number; reference: string };

const toCursor = (payment: Payment) =>
  Buffer.from(JSON.stringify([payment.createdAtMs, payment.reference])).toString('base64url');

function fromCursor(cursor: string): Position {
  try {
    const [createdAtMs, reference] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Number.isSafeInteger(createdAtMs) && typeof reference === 'string') return { createdAtMs, reference };
  } catch {
    // Falls through to the same answer as a cursor of another shape.
  }
  throw new Refusal('invalid_request', 'cursor: not one that this server gave.');
}

const escaped = (text: string) => text.replace(/[\\%_]/g, (found) => `\\${found}`);

/** As any of our languages writes the currencies of the contract. */
const currency = '(?:kr\\.?|€|nok|dkk|sek|eur)';
const withoutCurrency = new RegExp(`^${currency}|${currency}$`, 'gi');
/** Thousands may be apart, the sign between them does not matter: what has three digits after it is no decimals. */
const written = /^(\d{1,9}|\d{1,3}(?:[.,]\d{3}){1,2})(?:[.,](\d{0,2}))?$/;

/** The amounts from one up to another, both included. */
type Range = readonly [from: number, to: number];

/**
 * What a person may mean by an amount: "12,50", "kr 12.50", "12,50 kr" and "1250" find 12.50, and "12" finds everything from 12.00 to
 * 12.99, too. Nothing for what is not an amount.
 */
function amountsMeant(q: string): Range[] {
  const bare = q.replace(/\s/g, '').replace(withoutCurrency, '');
  const match = written.exec(bare);
  if (match === null) return [];
  const whole = Number(match[1]?.replace(/[.,]/g, ''));
  const decimals = match[2] ?? '';
  if (decimals !== '') {
    const minor = whole * 100 + Number(decimals.padEnd(2, '0'));
    return [[minor, minor]];
  }
  return [
    [whole, whole],
    [whole * 100, whole * 100 + 99],
  ];
}

function matches(where: ExpressionBuilder<Tables, 'payments'>, q: string) {
  return where.or([
    sql<boolean>`search like ${`%${escaped(q.toLowerCase())}%`} escape '\\'`,
    ...amountsMeant(q).map(([from, to]) => where.between('amount', from, to)),
  ]);
}

/** A problem is stored as JSON that begins with its code. */
/** Nobody has said yet that it is to be captured. */
const waitsForCapture = (where: ExpressionBuilder<Tables, 'payments'>) =>
  where.and([isUncaptured, where('capture', '!=', 'pending')]);

function needsAttention(where: ExpressionBuilder<Tables, 'payments'>, dueBeforeMs: number) {
  return where.or([
    ...attentionCodes.map((code) => where('problem', 'like', `{"code":"${code}",%`)),
    where.and([waitsForCapture(where), where('capture_until', '<=', dueBeforeMs)]),
  ]);
}

/** @param shop null for all of them. @param dueBeforeMs what has to be captured by then needs attention. @throws Refusal `invalid_request` for a cursor that is none. */
export async function listPayments(
  db: Kysely<Tables>,
  query: ListQuery,
  shop: string | null,
  dueBeforeMs: number,
): Promise<{ payments: Payment[]; cursor: string | null }> {
  let select = db.selectFrom('payments').selectAll();
  const { till, state, from, to, attention, uncaptured, q, cursor } = query;
  if (shop !== null) select = select.where('shop', '=', shop);
  if (till !== undefined) select = select.where('till', '=', till);
  if (state !== undefined) select = select.where('state', '=', state);
  if (from !== undefined) select = select.where('created_at', '>=', Date.parse(from));
  if (to !== undefined) select = select.where('created_at', '<', Date.parse(to));
  if (attention !== undefined) select = select.where((where) => needsAttention(where, dueBeforeMs));
  if (uncaptured !== undefined) select = select.where(waitsForCapture);
  if (q !== undefined) select = select.where((where) => matches(where, q));
  if (cursor !== undefined) {
    const { createdAtMs, reference } = fromCursor(cursor);
    select = select.where((where) =>
      where.or([
        where('created_at', '<', createdAtMs),
        where.and([where('created_at', '=', createdAtMs), where('reference', '<', reference)]),
      ]),
    );
  }
  const rows = await select
    .orderBy('created_at', 'desc')
    .orderBy('reference', 'desc')
    .limit(pageSize + 1)
    .execute();
  const payments = rows.slice(0, pageSize).map(toPayment);
  const last = payments.at(-1);
  return { payments, cursor: rows.length > pageSize && last ? toCursor(last) : null };
}

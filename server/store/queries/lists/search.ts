// What a person may mean by what was typed into a search: a part of a reference or text, or an amount.
import { type ExpressionBuilder, sql } from 'kysely';
import type { Tables } from '../../tables.ts';

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

export const matches = (q: string) => (where: ExpressionBuilder<Tables, 'payments'>) =>
  where.or([
    sql<boolean>`search like ${`%${escaped(q.toLowerCase())}%`} escape '\\'`,
    ...amountsMeant(q).map(([from, to]) => where.between('amount', from, to)),
  ]);

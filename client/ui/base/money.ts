// Amounts are integers in minor units; only here do they become decimals, and never as floats (P9).
import type { Amount } from '../../../server/contract/payments.ts';

// Every currency of the contract has two decimals.
const decimals = 2;
const minus = '\u2212';

/** One piece of a written amount; the currency, and the space beside it, can be set smaller than the number. */
export type MoneyPart = { readonly text: string; readonly isCurrency: boolean };

function toDecimal(minor: number): Intl.StringNumericLiteral {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not an amount in minor units`);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return (minor < 0 ? `-${whole}` : whole) as Intl.StringNumericLiteral;
}

/** The amount (minor units) as the locale writes it, in pieces. Throws RangeError when it is no integer. */
export function moneyParts(amount: Amount, locale: string): MoneyPart[] {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.formatToParts(toDecimal(amount.value)).map(({ type, value }) => ({
    // Lines break after a hyphen, not after a minus.
    text: type === 'minusSign' ? minus : value,
    isCurrency: type === 'currency' || type === 'literal',
  }));
}

/** The amount (minor units) as the locale writes it: `1 249,00 kr`. Throws RangeError when it is no integer. */
export function moneyText(amount: Amount, locale: string): string {
  return moneyParts(amount, locale)
    .map((part) => part.text)
    .join('');
}

const typedAmount = /^(\d{1,9})(?:[.,](\d{1,2})?)?$/;

/** What a person typed as an amount (`12,50`, `12.5`, `12`, `1 200,00`), in minor units; null when it is none. */
export function parseMinor(typed: string): number | null {
  const match = typedAmount.exec(typed.replace(/\s/g, ''));
  if (!match) return null;
  const [, whole = '', cents = ''] = match;
  return Number(whole + cents.padEnd(decimals, '0'));
}

/** The amount (minor units) as `parseMinor` reads it back, with the locale's decimal sign. */
export function typedFromMinor(minor: number, locale: string): string {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal');
  return toDecimal(minor).replace('.', sign?.value ?? '.');
}

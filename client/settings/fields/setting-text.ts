// What is typed into a field, and what it says. Amounts are minor units.
import { parseMinor, typedFromMinor } from '../../ui/base/money.ts';

/** @returns the text without spaces around it; null when it cannot be one of at most `longest` characters that can be seen. */
export function lineOf(typed: string, longest: number): string | null {
  const line = typed.trim();
  const isSeen = !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(line);
  return isSeen && line.length <= longest ? line : null;
}

const mostLines = 5;
const longestLines = 200;

/** @returns the lines as they are saved; null when there are too many, or too long ones. */
export function linesOf(typed: string): string | null {
  const lines = typed
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim());
  const text = lines.join('\n').trim();
  const isSeen = !/[\p{Cs}\u2028\u2029]/u.test(text) && !/[\p{Cc}]/u.test(text.replace(/\n/g, ''));
  return isSeen && text.length <= longestLines && text.split('\n').length <= mostLines ? text : null;
}

/** @returns an amount as it is typed at this locale; '' for none; null when it is no amount, or more than `mostMinor`. */
export function amountOf(typed: string, mostMinor: number, locale: string): string | null {
  if (typed.trim() === '') return '';
  const minor = parseMinor(typed);
  return minor === null || minor > mostMinor ? null : typedFromMinor(minor, locale);
}

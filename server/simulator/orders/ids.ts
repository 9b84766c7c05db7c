// Ids as Vipps makes them, from an injected source of randomness.
import { randomInt } from 'node:crypto';

/** A number from 0 up to, not including, 1. */
export type Random = () => number;

/** Unpredictable: the tokens made from it open phone pages. */
export const secureRandom: Random = () => randomInt(2 ** 48 - 1) / (2 ** 48 - 1);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** @returns `length` characters of A-Z, a-z and 0-9 */
export function randomText(random: Random, length: number): string {
  return Array.from({ length }, () => letters.charAt(Math.floor(random() * letters.length))).join('');
}

/** @returns a UUID of version 4 */
export function randomUuid(random: Random): string {
  const digits = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${variant}${digits(3)}-${digits(12)}`;
}

/** @returns ten digits, the first not 0: "Vipps transaction id", pattern ^\d{10,}$ in the eCom description */
export function newTransactionId(random: Random): string {
  return `5${Array.from({ length: 9 }, () => Math.floor(random() * 10)).join('')}`;
}

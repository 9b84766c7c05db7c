// The order lines of an ePayment payment, which go with it and must not keep it from being made.
import { VippsRejected } from './errors.ts';
import type { Whose } from './whose.ts';

/**
 * The keys under which a payment is created: with its order lines, and without. Vipps remembers a refusal under its key, and that a key
 * was used with another body. Both bear our mark.
 */
export function creationKeys(
  order: Parameters<Whose['keyOf']>[0],
  keyOf: Whose['keyOf'],
): [withLines: string, without: string] {
  const { reference, createdAtMs } = order;
  return [keyOf(order), keyOf({ reference, createdAtMs: createdAtMs + 1 })];
}

const isOfReceipt = (field: string) => /^[$.]*receipt\b/i.test(field);

/** Nothing but the order lines is what Vipps would not take. */
export function refusesLines(error: unknown): error is VippsRejected {
  if (!(error instanceof VippsRejected) || (error.status !== 400 && error.status !== 422)) return false;
  const { fields, reason } = error;
  return fields.length > 0 ? fields.every(isOfReceipt) : /\b(receipt|order ?lines?)\b/i.test(reason);
}

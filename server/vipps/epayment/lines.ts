// The order lines of an ePayment payment, which go with it and must not keep it from being made.
import { VippsRejected } from '../http/errors.ts';
import type { Whose } from '../origin.ts';

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

/** ePayment's numbers are for what is wrong with a payment, such as its amount; what is wrong with a field has none. */
const isCoded = ({ code }: VippsRejected) => /^\d+$/.test(code ?? '');

/**
 * Whether it may be the order lines alone that Vipps would not take. Where it names no field, only a sale without them tells: a refusal
 * is certainly not done, so that asking once more is safe.
 */
export function mayBeForLines(error: unknown): error is VippsRejected {
  const isOfBody = error instanceof VippsRejected && (error.status === 400 || error.status === 422);
  return isOfBody && !isCoded(error) && error.fields.every(isOfReceipt);
}

// What an eCom order's history says: entries become what a till wants to know.
import { z } from 'zod';
import { minor } from '../amount.ts';
import type { Shown } from '../gateway.ts';
import { knownEntries } from '../known-entries.ts';
import { type Origin, vippsTimeMs } from '../origin.ts';
import { pspReferenceIn } from '../psp-reference.ts';

const operations = ['INITIATE', 'RESERVE', 'SALE', 'CAPTURE', 'REFUND', 'CANCEL', 'VOID'] as const;
const entrySchema = z.object({
  operation: z.enum(operations),
  operationSuccess: z.boolean(),
  amount: minor,
  transactionId: z.coerce.string().nullish(),
  requestId: z.coerce.string().nullish(),
  timeStamp: z.string().nullish(),
  transactionText: z.string().nullish(),
});
type Entry = z.infer<typeof entrySchema>;

/** Each order has been initiated, so that a history without a single known entry is none. */
export const historySchema = knownEntries('operation', operations, entrySchema).refine(
  (all) => all.length > 0,
);

/** The newest of these tells whether anything is held. */
const endings: ReadonlySet<Entry['operation']> = new Set(['RESERVE', 'SALE', 'CANCEL', 'VOID']);

/** An entry that is there twice happened once: no two have one request, or one transaction and time. */
function withoutRepeats(history: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return history.filter(({ operation, operationSuccess, amount, transactionId, requestId, timeStamp }) => {
    const isNamed = Boolean(requestId) || Boolean(transactionId && timeStamp);
    const name = JSON.stringify([operation, operationSuccess, amount, transactionId, requestId, timeStamp]);
    const isRepeat = isNamed && seen.has(name);
    seen.add(name);
    return !isRepeat;
  });
}

/** What is held or taken of an order is never more than the order. */
const bounded = (sum: number, amountMinor: number) => Math.min(sum, amountMinor);

/**
 * What a history says. It is newest first and whole; `operationSuccess` must be read: a RESERVE without it is a declined card.
 * The appearance of a transactionId is the scan. What was voided and reserved again is one reservation.
 * @param amountMinor of the order: the sums are bounded by it.
 */
export function readHistory(all: readonly Entry[], amountMinor: number): Shown {
  const history = withoutRepeats(all);
  const sum = (...operations: Entry['operation'][]) =>
    history
      .filter((entry) => entry.operationSuccess && operations.includes(entry.operation))
      .reduce((total, entry) => total + entry.amount, 0);
  const attempt = history.find((entry) => entry.operation === 'RESERVE' || entry.operation === 'SALE');
  const reservedAmount = bounded(sum('RESERVE', 'SALE'), amountMinor);
  // A cancel says nothing about money that was reserved after it.
  const newest = history.find((entry) => entry.operationSuccess && endings.has(entry.operation));
  return {
    scanned: history.some((entry) => Boolean(entry.transactionId)),
    declined: attempt !== undefined && reservedAmount === 0,
    accepted: false,
    reservedAmount,
    // A SALE is reserved and captured in one ("direct capture" sales units).
    capturedAmount: bounded(sum('CAPTURE', 'SALE'), amountMinor),
    refundedAmount: bounded(sum('REFUND'), amountMinor),
    // What is voided after the reservation; a CANCEL before it gives nothing back.
    releasedAmount: isHeldAgain(history) ? 0 : bounded(sum('VOID'), amountMinor),
    cancelled: newest?.operation === 'CANCEL' || newest?.operation === 'VOID',
    // eCom has no word for it: our own clock ends the payment, and our cancel is shown.
    expired: false,
    doneKeys: keysOf(history),
    ...pspReferenceIn(history.find(({ transactionId }) => transactionId)?.transactionId),
  };
}

/** Reserved, given back, and reserved once more: the newest of these is no VOID. */
function isHeldAgain(history: readonly Entry[]): boolean {
  const done = history.filter(({ operationSuccess }) => operationSuccess).map(({ operation }) => operation);
  const [reserved, voided] = [done.indexOf('RESERVE'), done.indexOf('VOID')];
  return reserved >= 0 && voided > reserved;
}

/** How the order was made; null where the history does not tell. eCom sells in kroner alone, and its initiate takes no key. */
export function originOf(history: readonly Entry[]): Origin | null {
  const made = history.findLast(({ operation }) => operation === 'INITIATE');
  if (made === undefined) return null;
  const { amount, timeStamp, transactionText } = made;
  return {
    amount,
    currency: 'NOK',
    madeAtMs: vippsTimeMs(timeStamp),
    key: null,
    text: transactionText || null,
  };
}

/** The request ids of what was carried out. An order that has only entries without one tells nothing. */
function keysOf(history: readonly Entry[]): string[] | null {
  const done = history.filter(
    ({ operation, operationSuccess }) =>
      operationSuccess && (operation === 'CAPTURE' || operation === 'REFUND'),
  );
  const keys = done.flatMap(({ requestId }) => requestId || []);
  return done.length > 0 && keys.length === 0 ? null : keys;
}

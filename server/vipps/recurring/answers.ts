// What the Recurring API shows of an agreement and of the charge that came with it.
import { z } from 'zod';
import { minor } from '../amount.ts';
import type { Shown } from '../gateway.ts';
import { knownEntries } from '../known-entries.ts';
import { pspReferenceIn } from '../psp-reference.ts';

export const agreementSchema = z.object({
  id: z.string(),
  status: z.enum(['PENDING', 'ACTIVE', 'STOPPED', 'EXPIRED']),
});
const chargeStatuses = [
  'PENDING',
  'DUE',
  'RESERVED',
  'CHARGED',
  'PARTIALLY_CAPTURED',
  'FAILED',
  'CANCELLED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'PROCESSING',
] as const;
const events = ['CREATE', 'RESERVE', 'CAPTURE', 'REFUND', 'CANCEL', 'FAIL'];
export const chargeSchema = z.object({
  id: z.string(),
  status: z.enum(chargeStatuses),
  amount: minor,
  transactionId: z.unknown().optional(),
  summary: z.object({ captured: minor, refunded: minor, cancelled: minor }),
  history: knownEntries(
    'event',
    events,
    z.object({ event: z.string(), idempotencyKey: z.string().nullish(), success: z.boolean() }),
  ),
});
export type Charge = z.infer<typeof chargeSchema>;

const nothing: Shown = {
  scanned: false,
  declined: false,
  accepted: false,
  cancelled: false,
  expired: false,
  doneKeys: null,
  reservedAmount: 0,
  capturedAmount: 0,
  refundedAmount: 0,
  releasedAmount: 0,
};

/** Nothing has become of it yet, or it is not shown yet. */
export const isUndecided = ({ status }: Charge): boolean =>
  status === 'PENDING' || status === 'DUE' || status === 'PROCESSING';

/**
 * There is no scan signal. @param charge `none`: nothing is paid at once; null: it was not looked at.
 * @param amountMinor of the order: what is held or taken is never more.
 * @param mayLag what the charge shows may be older than what the agreement does.
 */
export function readAgreement(
  { status }: z.infer<typeof agreementSchema>,
  charge: Charge | null | 'none',
  amountMinor: number,
  mayLag = false,
): Shown {
  const money = charge === null || charge === 'none' ? nothing : readCharge(charge, amountMinor);
  const isPaid = money.reservedAmount > 0 || charge === 'none';
  return {
    ...money,
    accepted: status === 'ACTIVE' && isPaid,
    // One that was stopped after money was captured gives none of it back; one that the customer stopped leaves what is reserved to us.
    cancelled: status === 'STOPPED' && !mayLag && money.releasedAmount >= money.reservedAmount,
    ...(status === 'STOPPED' && { stopped: true }),
    expired: status === 'EXPIRED',
  };
}

function readCharge({ status, amount, summary, history, transactionId }: Charge, amountMinor: number): Shown {
  const bounded = (sum: number) => Math.min(sum, amountMinor);
  const [captured, refunded] = [bounded(summary.captured), bounded(summary.refunded)];
  const cancelled = bounded(summary.cancelled);
  const wasReserved = status === 'RESERVED' || captured > 0 || happened(history, 'RESERVE');
  const done = history.filter(({ event, success }) => success && (event === 'CAPTURE' || event === 'REFUND'));
  return {
    ...nothing,
    declined: status === 'FAILED',
    reservedAmount: wasReserved ? bounded(amount) : 0,
    capturedAmount: captured,
    refundedAmount: refunded,
    releasedAmount: wasReserved ? cancelled : 0,
    doneKeys: done.flatMap(({ idempotencyKey }) => idempotencyKey || []),
    ...pspReferenceIn(transactionId),
  };
}

const happened = (history: Charge['history'], wanted: string) =>
  history.some(({ event, success }) => success && event === wanted);

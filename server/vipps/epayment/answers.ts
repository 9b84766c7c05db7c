// What the ePayment API shows of a payment, and of what has happened to it.
import { z } from 'zod';
import { minor } from '../amount.ts';
import type { Shown } from '../gateway.ts';
import { knownEntries } from '../known-entries.ts';
import { pspReferenceIn } from '../psp-reference.ts';
import { guaranteed, guaranteedUntilMs } from './guarantee.ts';

export const createdSchema = z.object({ reference: z.string().nullish(), redirectUrl: z.url() });
const amountSchema = z.object({ value: minor });
const aggregateSchema = z.object({
  authorizedAmount: amountSchema,
  cancelledAmount: amountSchema,
  capturedAmount: amountSchema,
  refundedAmount: amountSchema,
});
const states = ['CREATED', 'AUTHORIZED', 'ABORTED', 'EXPIRED', 'TERMINATED'] as const;
export const paymentSchema = z.object({
  reference: z.string(),
  state: z.enum(states),
  aggregate: aggregateSchema,
  pspReference: z.unknown().optional(),
  amount: z.object({ currency: z.string(), value: minor }).nullish(),
});
export const lookedSchema = paymentSchema.extend(guaranteed);

const eventNames = [
  'CREATED',
  'AUTHORIZED',
  'ABORTED',
  'EXPIRED',
  'TERMINATED',
  'CANCELLED',
  'CAPTURED',
  'REFUNDED',
];
export const eventsSchema = knownEntries(
  'name',
  eventNames,
  z.object({ name: z.string(), success: z.boolean(), idempotencyKey: z.string().nullish() }),
);

/**
 * What Vipps shows of a payment. @param amountMinor of the order: what is held or taken is never more.
 * There is no scan signal, and nothing is said of a card that was declined.
 */
export function readPayment(
  { state, aggregate, pspReference, captureGuaranteedUntil }: z.infer<typeof lookedSchema>,
  amountMinor: number,
): Shown {
  const bounded = (amount: { value: number }) => Math.min(amount.value, amountMinor);
  const captured = bounded(aggregate.capturedAmount);
  const refunded = bounded(aggregate.refundedAmount);
  const cancelled = bounded(aggregate.cancelledAmount);
  // EXPIRED is Vipps' word that nobody has approved it in time: what may stand beside it is no payment.
  const hasExpired = state === 'EXPIRED' && captured === 0;
  const authorized = hasExpired ? 0 : bounded(aggregate.authorizedAmount);
  const isGivenUp = state === 'ABORTED' || state === 'TERMINATED';
  return {
    scanned: false,
    declined: false,
    accepted: false,
    reservedAmount: authorized,
    capturedAmount: captured,
    refundedAmount: refunded,
    releasedAmount: authorized > 0 ? cancelled : 0,
    cancelled: isGivenUp || (authorized > 0 && captured === 0 && cancelled >= authorized),
    expired: state === 'EXPIRED',
    doneKeys: null,
    ...pspReferenceIn(pspReference),
    captureUntilMs: guaranteedUntilMs(captureGuaranteedUntil),
  };
}

// What the server promises its screens and tills. Screens import types from here; the server also validates with the schemas.
import { z } from 'zod';
import { agreementSchema } from './agreements.ts';
import { amountSchema, lineSchema, newLineSchema, saleAmountSchema } from './money.ts';
import { problemSchema } from './problems.ts';
import { decoration } from './texts/decoration.ts';
import { tillSchema } from './tills.ts';

export * from './agreements.ts';
export * from './money.ts';
export * from './operations.ts';
export * from './problems.ts';
export * from './tills.ts';

export const states = [
  'started',
  'presented',
  'scanned',
  'closing',
  'approved',
  'cancelled',
  'expired',
  'failed',
] as const;
export const stateSchema = z.enum(states);
/** Where a payment is in its life; `approved`, `cancelled`, `expired` and `failed` are final. */
export type PaymentState = z.infer<typeof stateSchema>;

/** What Vipps MobilePay takes as a reference, with room for a suffix; no leading zeros, for such are slow to find there. */
export const ownReferenceSchema = z
  .string()
  .regex(/^[1-9A-Za-z][A-Za-z0-9-]{7,45}$/, '8 to 46 of a-z, A-Z, 0-9 and -, not beginning with 0 or -')
  .regex(/[A-Za-z-]/, 'must not be digits alone');

/** Body of `POST /api/tills/{till}/payments`. `text` is what the customer reads on the phone. */
export const newPaymentSchema = z.object({
  amount: saleAmountSchema,
  text: decoration(100).default(''),
  lines: z.array(newLineSchema).max(100).default([]),
  /** The caller's own name for the sale; it is given a suffix when the sale is tried once more. */
  reference: ownReferenceSchema.optional(),
});
export type NewPayment = z.infer<typeof newPaymentSchema>;

const time = z.iso.datetime();

export const paymentSchema = z.object({
  reference: z.string(),
  till: z.string(),
  api: z.enum(['ecom', 'epayment', 'recurring']),
  state: stateSchema,
  /** Of an agreement: its first payment, 0 without one. */
  amount: amountSchema.extend({ value: z.int().nonnegative() }),
  text: z.string(),
  lines: z.array(lineSchema),
  /** `href` is a path on this server; what a till shows gives a display the image itself, as a `data:` URL. */
  qr: z.object({ href: z.string(), expiresAt: time }).nullable(),
  expiresAt: time,
  capture: z.enum(['none', 'pending', 'captured', 'failed']),
  /** Until when what is reserved and waits for somebody can be captured; null when nothing does. */
  captureBy: time.nullable(),
  capturedAmount: z.int(),
  refundedAmount: z.int(),
  /** Of what was reserved for a payment that is paid: never captured, and released. */
  releasedAmount: z.int(),
  /** Of a subscriber who is signed up; null for a sale. */
  agreement: agreementSchema.nullable(),
  endedBy: z.enum(['customer', 'staff', 'timeout']).nullable(),
  problem: problemSchema.nullable(),
  createdAt: time,
  updatedAt: time,
  version: z.int(),
});
/** What of a request was not taken as it came, each a sentence; without it all was. */
export const warningsSchema = z.array(z.string()).optional();
/** Answer to a start. */
export const startedPaymentSchema = paymentSchema.extend({ warnings: warningsSchema });
export type StartedPayment = z.infer<typeof startedPaymentSchema>;

/** A payment as screens and tills see it. Its amounts are minor units. */
export type PaymentView = z.infer<typeof paymentSchema>;

/** Answer of `GET /api/tills/{till}/payment`; `payment: null` is idle. */
export const tillPaymentSchema = z.object({
  till: tillSchema,
  payment: paymentSchema.nullable(),
  /** Staff want to see which tablet this is: only the display that is meant ever reads true. */
  identify: z.boolean(),
});
export type TillPayment = z.infer<typeof tillPaymentSchema>;

export const bySchema = z.object({ kind: z.enum(['staff', 'key']), name: z.string() });
/** Who acted: a member of staff, or a program with an API key. */
export type By = z.infer<typeof bySchema>;

/** One step in a payment's history. */
export const historyEntrySchema = z.object({
  at: time,
  name: z.string().meta({
    description:
      'What happened. `voided`: the order holds nothing any more. `released`: what was reserved and not captured of a payment that is paid has been let go.',
  }),
  event: z.string().meta({
    deprecated: true,
    description:
      'As name, but `released` for `voided`, and `given_back` for `released`. Not in 0.2 any more.',
  }),
  state: stateSchema,
  version: z.int(),
  /** Who asked for it; null for what Vipps showed, or the server did by itself. */
  by: bySchema.nullable(),
  /** Which manager has approved it with a PIN; null for what took no approval. */
  approvedBy: bySchema.nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
/**
 * An id of Vipps' own, for its support. `payment`: what it calls the payment (`pspReference`, in eCom and Recurring `transactionId`). Else
 * what it calls a call of that kind that failed (`traceId`, `contextId`).
 */
export const vippsIdSchema = z.object({
  at: time,
  about: z.enum(['payment', 'start', 'look', 'cancel', 'capture', 'refund', 'release', 'stop', 'receipt']),
  id: z.string(),
});
export type VippsId = z.infer<typeof vippsIdSchema>;
export const historySchema = z.object({
  events: z.array(historyEntrySchema),
  vippsIds: z.array(vippsIdSchema),
});
export type History = z.infer<typeof historySchema>;

const minorUnits = z.string().regex(/^\d{1,9}$/, 'must be minor units, at most 9 digits');
const dayOrMoment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/**
 * Query of `GET /api/payments`: `from` and `to` are ISO 8601 instants, or days of the shop from where they begin; `to` is exclusive; `attention` leaves what staff should
 * look at, `uncaptured` what is reserved and waits for somebody to capture or release it, and `refunded` that of which something was refunded. `amountFrom` and
 * `amountTo` are minor units, both included.
 */
export const listQuerySchema = z.strictObject({
  till: z.string().max(50).optional(),
  state: stateSchema.optional(),
  from: dayOrMoment.optional(),
  to: dayOrMoment.optional(),
  attention: z.literal('true').optional(),
  uncaptured: z.literal('true').optional(),
  refunded: z.literal('true').optional(),
  amountFrom: minorUnits.optional(),
  amountTo: minorUnits.optional(),
  q: z.string().trim().min(1).max(100).optional(),
  cursor: z.string().max(200).optional(),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

/** Newest first; `cursor` is null on the last page. */
export const paymentListSchema = z.object({
  payments: z.array(paymentSchema),
  cursor: z.string().nullable(),
});
export type PaymentList = z.infer<typeof paymentListSchema>;

export const errorCodes = [
  'invalid_request',
  'not_signed_in',
  'not_allowed',
  'pin_required',
  'approval_required',
  'session_locked',
  'not_found',
  'till_busy',
  'idempotency_mismatch',
  'wrong_state',
  'amount_out_of_range',
  'refund_exceeds_captured',
  'vipps_rejected',
  'vipps_unavailable',
  'rate_limited',
  'storage_unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];
export const errorSchema = z.object({ error: z.object({ code: z.enum(errorCodes), message: z.string() }) });
export type ErrorBody = z.infer<typeof errorSchema>;

// What the server promises of its end-of-day report; as payments.ts, and used in the same way.
import { z } from 'zod';
import { amountSchema, currencies, paymentSchema, tillSchema } from './payments.ts';

const time = z.iso.datetime();

/** Query of `GET /api/reconciliation`: a day of the shop, not later than today, which is the default. */
export const reconciliationQuerySchema = z.strictObject({ date: z.iso.date().optional() });

/**
 * `late_money`: ended without money, yet Vipps shows some, which is being given back; `late_money_kept`: by hand, if at all.
 * The rest are of payments that were approved: `not_captured` is the one on which both sides agree.
 */
export const differenceCodes = [
  'late_money',
  'late_money_kept',
  'unknown_at_vipps',
  'voided',
  'not_reserved',
  'captured_differs',
  'refunded_differs',
  'not_captured',
] as const;
export const differenceSchema = z.object({ code: z.enum(differenceCodes), message: z.string() });
export type Difference = z.infer<typeof differenceSchema>;

/** `in_progress`: a capture or refund is under way, or it changed while it was checked; `open`: not over, so not asked about. */
export const outcomes = ['agrees', 'differs', 'in_progress', 'open', 'not_checked'] as const;

/** `not_asked`: Vipps had not answered several times in a row before, or there was no time left. */
export const uncheckedCodes = ['vipps_unavailable', 'vipps_rejected', 'not_asked'] as const;
export const uncheckedSchema = z.object({ code: z.enum(uncheckedCodes), message: z.string() });
/** Why a payment was not checked. */
export type Unchecked = z.infer<typeof uncheckedSchema>;

export const shownSchema = z.object({
  /** False: Vipps does not know the order, and every amount is 0. */
  known: z.boolean(),
  /** All that was ever reserved, captured or released since included. */
  reservedAmount: z.int(),
  capturedAmount: z.int(),
  refundedAmount: z.int(),
  /** Reserved once, and released uncaptured, where the API tells. */
  releasedAmount: z.int(),
  cancelled: z.boolean(),
});
/** What Vipps shows of a payment; amounts are minor units. */
export type Shown = z.infer<typeof shownSchema>;

export const checkSchema = z.object({
  /** As this server has it; of a day, as it had it when it was compared. */
  payment: paymentSchema,
  outcome: z.enum(outcomes),
  /** Null when Vipps was not asked, or did not answer. */
  vipps: shownSchema.nullable(),
  differences: z.array(differenceSchema),
  unchecked: uncheckedSchema.nullable(),
});
/** One payment of the day beside what Vipps shows of it. */
export type Check = z.infer<typeof checkSchema>;

/** `captured`, `refunded` and `released`: done by a till, or found at Vipps, where somebody had done it in the portal, say. */
export const movementSchema = z.object({
  /** When it was done, or found. */
  at: time,
  kind: z.enum(['captured', 'refunded', 'released']),
  found: z.boolean(),
  amount: amountSchema.extend({ value: z.int() }),
  till: z.string(),
  reference: z.string(),
  text: z.string(),
  /** When the payment was started, on whatever day. */
  startedAt: time,
});
/** One thing that money did. */
export type MovementView = z.infer<typeof movementSchema>;

export const totalsSchema = z.object({
  currency: z.enum(currencies),
  /** How many sales were approved that day. */
  sales: z.int(),
  /** Captured that day, as all of these also of payments of earlier days. */
  salesAmount: z.int(),
  refundsAmount: z.int(),
  /** Reserved once, and released uncaptured that day: of sales and of late money. */
  releasedAmount: z.int(),
  /** Captured less refunded: negative on a day of refunds. */
  netAmount: z.int(),
  /** Approved, and neither captured nor released when the day ended. */
  reservedAmount: z.int(),
});
/** Sums of a day by this server's own records; amounts are minor units. */
export type Totals = z.infer<typeof totalsSchema>;
export const tillTotalsSchema = totalsSchema.extend({ till: z.string() });
export type TillTotals = z.infer<typeof tillTotalsSchema>;

export const shopDaySchema = z.object({
  date: z.iso.date(),
  /** The IANA name of the shop's time zone, and the hour at which its days end: 0 is midnight. */
  timeZone: z.string(),
  dayEndsAt: z.int(),
  /** From here, up to but without there. */
  from: time,
  to: time,
});
/** A day of a shop: not midnight to midnight where it ends later. */
export type ShopDayView = z.infer<typeof shopDaySchema>;

/** Answer of `GET /api/tills/{till}/day`: today, by the same books as the report. */
export const tillDaySchema = shopDaySchema.extend({
  /** Approved today: sales, and agreements. */
  sales: z.int(),
  subscribers: z.int(),
  totals: tillTotalsSchema,
  /** Started on an earlier day, and captured, refunded or released today. */
  earlier: z.array(paymentSchema),
});
export type TillDay = z.infer<typeof tillDaySchema>;

/** Answer of `GET /api/reconciliation`. */
export const reconciliationSchema = z.object({
  date: z.iso.date(),
  today: z.iso.date(),
  /** The day of each shop. */
  days: z.array(shopDaySchema.extend({ shop: z.string() })),
  checkedAt: z.iso.datetime(),
  tills: z.array(tillSchema),
  /** Payments that were started that day, or moved money in it; in the order in which they were started. */
  checks: z.array(checkSchema),
  /** In the order in which they were done. */
  movements: z.array(movementSchema),
  /** Every till of the shop, and any other that took a payment. */
  totals: z.array(tillTotalsSchema),
  /** One for each currency. */
  grandTotals: z.array(totalsSchema),
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;

// What the server promises about what a shop has sold in a period.
import { z } from 'zod';
import { currencies } from './money.ts';
import { bySchema } from './payments.ts';

/** Query of `GET /api/reports`: days of the shop, both included. Who is of all shops names one, else it is the first. */
export const reportQuerySchema = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  shop: z.string().max(50).optional(),
});

const figures = {
  /** How many sales were approved. */
  sales: z.int(),
  /** Captured, also of sales of an earlier period; minor units, as all of these. */
  salesAmount: z.int(),
  refundsAmount: z.int(),
  /** Captured less refunded. */
  netAmount: z.int(),
};
export const figuresSchema = z.object(figures);
export type Figures = z.infer<typeof figuresSchema>;

export const currencyReportSchema = z.object({
  currency: z.enum(currencies),
  total: figuresSchema,
  /** Every day of the period. */
  days: z.array(z.object({ date: z.iso.date(), ...figures })),
  /** Those that moved money. */
  tills: z.array(z.object({ till: z.string(), name: z.string(), ...figures })),
  /** Who sold, the most first: a refund counts for whoever sold what is refunded. Null is nobody who is known. */
  people: z.array(z.object({ by: bySchema.nullable(), ...figures })),
  /** All 24, by the clock on the wall. */
  hours: z.array(z.object({ hour: z.int(), ...figures })),
  /** All seven days, 1 is Monday. */
  weekdays: z.array(z.object({ weekday: z.int(), ...figures })),
});
export type CurrencyReport = z.infer<typeof currencyReportSchema>;

/** Answer of `GET /api/reports`. */
export const salesReportSchema = z.object({
  shop: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  today: z.iso.date(),
  timeZone: z.string(),
  dayEndsAt: z.int(),
  /** One for each currency of the shop's tills, and any other in which money moved. */
  currencies: z.array(currencyReportSchema),
});
export type SalesReport = z.infer<typeof salesReportSchema>;

// What the server promises about a till, as its screens know it.
import { z } from 'zod';
import { idleTextSchema, languageSchema } from './languages.ts';
import { currencies } from './money.ts';

/** Who sells, as the slip of a payment says it; the number of the company is written as its country does. */
export const sellerSchema = z.object({
  name: z.string().nullable(),
  registration: z.string().nullable(),
  address: z.string().nullable(),
});
export type Seller = z.infer<typeof sellerSchema>;

export const tillSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Whose till it is; staff and displays belong to shops. */
  shop: z.string(),
  /** Whether subscribers can be signed up here. */
  subscriptions: z.boolean(),
  currency: z.enum(currencies),
  locale: z.string(),
  /** `vipps_mobilepay`: a till that was MobilePay's until 12 January 2027, as long as it says both names. */
  brand: z.enum(['vipps', 'mobilepay', 'vipps_mobilepay']),
  /** By which the days of its shop go: the IANA name of a time zone, and the full hour at which a day ends, 0 for midnight. */
  timeZone: z.string(),
  dayEndsAt: z.int().min(0).max(12),
  /** The addresses of the shop's own logo and idle picture. */
  logo: z.string().nullable(),
  picture: z.string().nullable(),
  /** What customers can choose from, that of the till's own locale first where the shop has chosen some. */
  languages: z.array(languageSchema),
  idleText: idleTextSchema,
  /** Whether the slip of a sale is printed by itself. */
  printsSlip: z.boolean(),
  environment: z.enum(['demo', 'test', 'production']),
  seller: sellerSchema.nullable(),
});
export type TillView = z.infer<typeof tillSchema>;

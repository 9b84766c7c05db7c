// What the server promises about money and the words beside it. Amounts are minor units, always integers.
import { z } from 'zod';

export const currencies = ['NOK', 'DKK', 'EUR', 'SEK'] as const;

/** The ceiling is what ePayment takes at most. */
export const maxAmountMinor = 65_000_000;
/** Vipps takes no payment below one krone. */
export const minAmountMinor = 100;

export const amountSchema = z.strictObject({
  value: z.int().positive().max(maxAmountMinor),
  currency: z.enum(currencies),
});
/** `value` is an integer in minor units (øre, cents). */
export type Amount = z.infer<typeof amountSchema>;
/** An amount that a customer can be asked for. */
export const saleAmountSchema = amountSchema.extend({
  value: z.int().min(minAmountMinor).max(maxAmountMinor),
});

// Text ends up on the customer's phone and on our screens: one line, no control characters.
export const lineOfText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'must be one line without control characters');

/** What is bought. `taxPercentage` is how much tax is in the amount, such as 25 or 25.5; without it none is stated. */
export const lineSchema = z.strictObject({
  name: lineOfText(100).min(1),
  quantity: z.number().positive().max(1_000_000),
  amount: amountSchema,
  taxPercentage: z.number().min(0).max(100).multipleOf(0.01).optional(),
});
export type Line = z.infer<typeof lineSchema>;

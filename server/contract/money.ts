// What the server promises about money and the words beside it. Amounts are minor units, always integers.
import { z } from 'zod';
import { decoration, noName } from './texts/decoration.ts';

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

/** Of an order line: negative for what counts against the total, such as a return, a voucher or a rounding; 0 for what is free. */
export const lineAmountSchema = amountSchema.extend({
  value: z.int().min(-maxAmountMinor).max(maxAmountMinor),
});

const lineShape = {
  name: z.string(),
  quantity: z.number().positive().max(1_000_000),
  amount: lineAmountSchema,
  /** How much tax is in the amount, such as 25 or 25.5; without it none is stated. */
  taxPercentage: z.number().min(0).max(100).multipleOf(0.01).optional(),
  /** What was taken off; `amount` is what is left. */
  discount: amountSchema.extend({ value: z.int().nonnegative().max(maxAmountMinor) }).optional(),
  /** Goods that the customer brings back: `amount` is negative or 0. */
  isReturn: z.boolean().optional(),
};

/** What is bought. */
export const lineSchema = z.strictObject(lineShape);
export type Line = z.infer<typeof lineSchema>;

/** A line as a POS sends it. */
export const newLineSchema = z
  .object({ ...lineShape, name: decoration(100).transform((name) => name || noName) })
  .refine(({ isReturn, amount }) => isReturn !== true || amount.value <= 0, {
    path: ['isReturn'],
    message: 'a return has a negative amount, or 0',
  });

// Amounts as Vipps writes them.
import { z } from 'zod';

/** Digits in a string are a number, too; nothing else is, least of all null: coerced, it would be no money. */
export const minor = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

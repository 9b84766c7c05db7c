// Fields that several requests of the Recurring API have, and how a request is read.
import { z } from 'zod';
import { intervalUnits } from '../orders/types.ts';
import { invalidFields } from './problems.ts';

// The published Postman collection sends numbers as strings.
export const integer = z.union(
  [
    z.int(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ],
  { error: 'must be an integer' },
);
export const amount = integer.pipe(
  z
    .int()
    .min(100, 'must be at least 100 minor units')
    .max(2 ** 31 - 1),
);
export const maxAmount = amount.pipe(z.int().max(2_000_000));
export const text = (maxLength: number) => z.string().max(maxLength).regex(/\S/, 'must not be blank');
export const externalId = z.string().regex(/^.{1,64}$/, 'must be 1 to 64 characters');
export const url = (pattern: RegExp, reason: string) => z.string().max(1024).regex(pattern, reason);
export const agreementUrl = url(/^https:\/\/\S+$/i, 'must be an https URL');
export const interval = z.object({
  unit: z.enum(intervalUnits),
  count: integer.pipe(z.int().min(1).max(31)),
});

/** Checks what a request holds. Throws `Refusal`. */
export const read =
  <T>(schema: z.ZodType<T>) =>
  (body: unknown): T => {
    const parsed = schema.safeParse(body ?? {});
    if (parsed.success) return parsed.data;
    throw invalidFields(
      parsed.error.issues.map(({ path, message }) => ({ name: path.join('.') || 'body', reason: message })),
    );
  };

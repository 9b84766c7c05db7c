import type { z } from 'zod';

/** A schema with an example that it accepts. */
export type Example = readonly [schema: z.ZodType, example: unknown];

export const example = <Schema extends z.ZodType>(schema: Schema, of: z.input<Schema>): Example => [
  schema,
  of,
];

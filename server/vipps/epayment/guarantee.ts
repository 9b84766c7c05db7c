// Until when ePayment guarantees a capture: no money is decided by it, so that what cannot be read is left out.
import { z } from 'zod';

/** ISO 8601, on a payment that is authorized. */
export const guaranteed = { captureGuaranteedUntil: z.unknown().optional() };

/** @returns epoch milliseconds. */
export function guaranteedUntilMs(time: unknown): number | undefined {
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

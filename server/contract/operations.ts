// What is asked for once a payment is paid, and cancelling one that is not.
import { z } from 'zod';
import { approvalSchema } from './access.ts';
import { amountSchema, lineOfText } from './money.ts';

/** Body of `POST /api/payments/{reference}/capture`: without an amount, all that is reserved. */
export const captureSchema = z.strictObject({ amount: amountSchema.optional() });
/** Body of `POST /api/payments/{reference}/refund`; the reason stands in the history. */
export const refundSchema = z.strictObject({
  amount: amountSchema,
  reason: lineOfText(100).min(1).optional(),
  approval: approvalSchema.optional(),
});
/** Body of `POST /api/payments/{reference}/release` and `…/stop`. */
export const releaseSchema = z.strictObject({ approval: approvalSchema.optional() });
/** Body of `POST /api/payments/{reference}/cancel` and `…/check`. */
export const cancelSchema = z.strictObject({});

// What a merchant can change of an agreement (schema PatchAgreementV3).
import type { Request } from 'express';
import { z } from 'zod';
import { type AgreementChanges, termsOf } from '../orders/agreement.ts';
import type { Order, Pricing } from '../orders/types.ts';
import { agreementUrl, amount, externalId, interval, maxAmount, read, text } from './fields.ts';
import { invalidFields } from './problems.ts';

const priceUpdate = z.object({ amount: amount.optional(), suggestedMaxAmount: maxAmount.optional() });
const readPatch = read(
  z
    .object({
      status: z.literal('STOPPED', 'can only become STOPPED').optional(),
      productName: text(45).exactOptional(),
      productDescription: z.string().max(100).exactOptional(),
      merchantAgreementUrl: agreementUrl.exactOptional(),
      externalId: externalId.exactOptional(),
      pricing: priceUpdate.optional(),
      interval: z.object({ type: z.literal('RECURRING').default('RECURRING'), period: interval }).optional(),
    })
    // API guide, "Update an agreement".
    .refine(({ status, ...others }) => status === undefined || Object.keys(others).length === 0, {
      path: ['status'],
      message: 'allows no other changes',
    }),
);

/** Whether an update is to end the agreement. */
export const isStop = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'status' in body && body.status === 'STOPPED';

/** What of an agreement is to change, or that it is to end. Throws `Refusal`. */
export function readUpdate(request: Request, order: Order): AgreementChanges | 'stop' {
  const { status, pricing: price, interval: given, ...others } = readPatch(request.body);
  if (status === 'STOPPED') return 'stop';
  return {
    ...others,
    ...(price && { pricing: newPrice(price, termsOf(order).pricing) }),
    ...(given && { interval: given.period }),
  };
}

function newPrice({ amount, suggestedMaxAmount }: z.infer<typeof priceUpdate>, before: Pricing): Pricing {
  const isLegacy = before.type === 'LEGACY';
  if ((isLegacy ? suggestedMaxAmount : amount) !== undefined) {
    const name = `pricing.${isLegacy ? 'suggestedMaxAmount' : 'amount'}`;
    throw invalidFields([{ name, reason: `cannot be updated when type is ${before.type}` }]);
  }
  return isLegacy
    ? { ...before, amount: amount ?? before.amount }
    : { ...before, suggestedMaxAmount: suggestedMaxAmount ?? before.suggestedMaxAmount };
}

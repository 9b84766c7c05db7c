// What the Recurring API takes, field by field (components/schemas of the official description).
import type { Request } from 'express';
import { z } from 'zod';
import { callerOf } from '../gateway/gateway.ts';
import { agreementStatuses, chargeStatuses, termsOf } from '../orders/agreement.ts';
import type { Order, Pricing } from '../orders/types.ts';
import type { World } from '../world.ts';
import { agreementUrl, amount, externalId, integer, interval, maxAmount, read, text, url } from './fields.ts';
import { problem } from './problems.ts';
import { unknownAgreement, unknownCharge } from './refusals.ts';

const pricing = z
  .object({
    type: z.enum(['LEGACY', 'VARIABLE']).default('LEGACY'),
    // The description knows NOK alone and announces the others; the published SDK has all three.
    currency: z.enum(['NOK', 'DKK', 'EUR']),
    amount: amount.nullish(),
    suggestedMaxAmount: maxAmount.nullish(),
  })
  .transform(
    ({ type, currency, amount, suggestedMaxAmount }, context): Pricing & { currency: typeof currency } => {
      if (type === 'LEGACY' && amount) return { type, amount, currency };
      if (type === 'VARIABLE' && suggestedMaxAmount) return { type, suggestedMaxAmount, currency };
      const path = [type === 'LEGACY' ? 'amount' : 'suggestedMaxAmount'];
      context.addIssue({ code: 'custom', path, message: `is required when type is ${type}` });
      return z.NEVER;
    },
  );

const initialCharge = z.object({
  amount,
  // API guide, "Charge descriptions".
  description: text(45),
  transactionType: z.enum(['RESERVE_CAPTURE', 'DIRECT_CAPTURE']),
  orderId: z
    .string()
    .regex(/^[a-zA-Z0-9-]{1,50}$/, 'must be 1 to 50 characters of a-z, A-Z, 0-9 and -')
    .nullish(),
  externalId: externalId.nullish(),
});

/** Campaigns are taken and change nothing here. */
const draftSchema = z.object({
  pricing,
  interval,
  initialCharge: initialCharge.nullish(),
  phoneNumber: z.string().max(15).nullish(),
  isApp: z.boolean().nullish(),
  merchantAgreementUrl: agreementUrl,
  merchantRedirectUrl: url(
    /^(?!http:)[a-z][a-z0-9+.-]*:\/\/\S*$/i,
    'must be an https URL or use a custom scheme',
  ),
  productName: text(45),
  productDescription: z.string().max(100).nullish(),
  scope: z.string().max(0, 'must be left out: profiles are not simulated').nullish(),
  skipLandingPage: z.boolean().nullish(),
  externalId: externalId.nullish(),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
});

/** Each answers what it was given, checked; amounts are minor units. Throws `Refusal`. */
export const readDraft = read(draftSchema);
export const readCapture = read(z.object({ amount, description: z.string().nullish() }));
export const readRefund = read(z.object({ amount, description: text(1000) }));
export const readAccept = read(
  z.object({ phoneNumber: z.string().regex(/^\+?\d{8,15}$/, 'must be 8 to 15 digits') }),
);
export const readAgreementQuery = read(
  z.object({
    status: z.enum(agreementStatuses).default('ACTIVE'),
    createdAfter: integer.default(0),
  }),
);
export const readChargeQuery = read(
  z.object({ status: z.enum([...chargeStatuses, 'DUE', 'FAILED', 'PROCESSING']).optional() }),
);

/** Throws `Refusal` when the key is missing or not as the description has it. */
export function readIdempotencyKey(request: Request): string {
  const key = request.get('Idempotency-Key') ?? '';
  if (/^[^#?/\\]{1,40}$/.test(key)) return key;
  throw problem(400, 'idempotency-key-header', 'Idempotency-Key must be 1 to 40 characters without # ? / \\');
}

/** The sales unit that a call is for. */
export function salesUnitOf(request: Request, world: World): string {
  return request.get('Merchant-Serial-Number') ?? callerOf(request, world).credentials.msn;
}

/** The agreement that a path names, and has the charge that it names. Throws the API's "not found". */
export function orderOf(request: Request, world: World): Order {
  const msn = salesUnitOf(request, world);
  const agreementId = request.params['agreementId'];
  const chargeId = request.params['chargeId'];
  const order =
    agreementId === undefined
      ? world.ledger.findByCharge(msn, String(chargeId))
      : world.ledger.find(msn, String(agreementId));
  if (agreementId !== undefined && order?.api !== 'recurring') throw unknownAgreement(String(agreementId));
  if (order === undefined || (chargeId !== undefined && termsOf(order).chargeId !== chargeId)) {
    throw unknownCharge(String(chargeId));
  }
  return order;
}

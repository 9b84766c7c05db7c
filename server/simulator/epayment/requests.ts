// What the ePayment API takes, field by field (components/schemas of the official description).
import type { Request } from 'express';
import { z } from 'zod';
import { receipt } from '../order-management/receipt.ts';
import { type Currency, currencies, type Order } from '../orders/types.ts';
import type { World } from '../world.ts';
import { epaymentDialect, invalidFields } from './problems.ts';
import { amountTooSmall, unknownReference } from './refusals.ts';

const maxKey = 50;
// API guide, "Errors", code 6010. The guide does not name kronor: they are taken to be like the Norwegian ones.
const leastAmounts: Record<Currency, number> = { NOK: 100, SEK: 100, DKK: 1, EUR: 1 };

const amount = z.object({
  currency: z.enum(currencies),
  value: z.int('must be an integer in minor units').min(0).max(65_000_000),
});
const url = z
  .string()
  .regex(/^(?!http:)[a-z][a-z0-9+.-]*:\/\/\S+$/i, 'must be an https URL or use a custom scheme');
const qrFormat = z.object({
  format: z.enum(['TEXT/TARGETURL', 'IMAGE/SVG+XML', 'IMAGE/PNG']),
  // Checked always, though it makes a difference to PNG only.
  size: z.int().min(100).max(2000).nullish(),
});
const customer = z
  .object({
    phoneNumber: z
      .string()
      .regex(/^\d{10,15}$/, 'must be 10 to 15 digits, the country code first')
      .optional(),
    personalQr: z.string().min(5).max(255).optional(),
    customerToken: z.string().optional(),
  })
  .refine((all) => Object.keys(all).length === 1, 'must be specified in exactly one way');

const createSchema = z
  .object({
    amount,
    paymentMethod: z.object({ type: z.literal('WALLET', 'must be WALLET: cards are not simulated') }),
    reference: z.string().regex(/^[a-zA-Z0-9-]{8,50}$/, 'must match ^[a-zA-Z0-9-]{8,50}$'),
    userFlow: z.enum(
      ['QR', 'WEB_REDIRECT', 'PUSH_MESSAGE'],
      'must be QR or WEB_REDIRECT: others are not simulated',
    ),
    qrFormat: qrFormat.nullish(),
    returnUrl: url.optional(),
    customerInteraction: z.enum(['CUSTOMER_PRESENT', 'CUSTOMER_NOT_PRESENT']).default('CUSTOMER_NOT_PRESENT'),
    customer: customer.optional(),
    paymentDescription: z.string().min(3).max(100).optional(),
    receipt: receipt.optional(),
    receiptUrl: url.nullish(),
    metadata: z
      .record(z.string().max(100), z.string().max(500))
      .refine((pairs) => Object.keys(pairs).length <= 5, 'must be at most 5 pairs')
      .nullish(),
    expiresAt: z.iso.datetime({ offset: true }).nullish(),
    profile: z
      .object({ scope: z.string().max(0, 'must be left out: profiles are not simulated').optional() })
      .optional(),
  })
  .refine(({ userFlow, returnUrl }) => userFlow !== 'WEB_REDIRECT' || returnUrl !== undefined, {
    path: ['returnUrl'],
    message: 'is required for WEB_REDIRECT',
  });
const changeSchema = z.object({ modificationAmount: amount });
const cancelSchema = z.object({ cancelTransactionOnly: z.boolean().nullish() });
const approveSchema = z.object({ customer: customer.optional(), token: z.string().nullish() });

const read =
  <T>(schema: z.ZodType<T>) =>
  (request: Request): T => {
    const parsed = schema.safeParse(request.body ?? {});
    if (parsed.success) return parsed.data;
    throw invalidFields(
      parsed.error.issues.map(({ path, message }) => ({ name: path.join('.') || 'body', reason: message })),
    );
  };

const readCreateBody = read(createSchema);
const readChangeBody = read(changeSchema);
/** Each answers the checked body; amounts are minor units. Throws `Refusal`. */
export const readCancel = read(cancelSchema);
export const readApprove = read(approveSchema);

/** Throws `Refusal`, also for an amount below what Vipps takes. */
export function readCreate(request: Request) {
  const wish = readCreateBody(request);
  if (wish.amount.value < leastAmounts[wish.amount.currency]) throw amountTooSmall();
  return wish;
}

/** How many minor units of the order's own currency are to be captured or refunded. Throws `Refusal`. */
export function readChange(request: Request, order: Order): number {
  const { currency, value } = readChangeBody(request).modificationAmount;
  if (currency !== order.currency) {
    throw epaymentDialect.invalid('modificationAmount.currency', `must be ${order.currency}`);
  }
  if (value < 1) throw amountTooSmall();
  return value;
}

/** Throws `Refusal` when the key is missing or longer than 50 characters. */
export function readIdempotencyKey(request: Request): string {
  const key = request.get('Idempotency-Key') ?? '';
  if (key === '') throw epaymentDialect.invalid('Idempotency-Key', 'is required');
  if (key.length > maxKey) {
    throw epaymentDialect.invalid('Idempotency-Key', `must be at most ${maxKey} characters`);
  }
  return key;
}

/** The sales unit that a call is for. Throws `Refusal`: unlike eCom, this API has no other place to name it. */
export function salesUnitOf(request: Request): string {
  const msn = request.get('Merchant-Serial-Number');
  if (msn === undefined) throw epaymentDialect.invalid('Merchant-Serial-Number', 'is required');
  return msn;
}

/** The payment that a path names, for the sales unit of the call. Throws the API's "Reference not found". */
export function orderOf(request: Request, world: World): Order {
  const msn = salesUnitOf(request);
  const reference = String(request.params['reference']);
  const order = world.ledger.find(msn, reference);
  if (order?.api !== 'epayment') throw unknownReference(reference, msn);
  return order;
}

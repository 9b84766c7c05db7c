// What the eCom API takes, field by field (components/schemas of the official description).
import type { Request } from 'express';
import { z } from 'zod';
import { ecomDialect, ecomError, Refusal } from '../gateway/errors.ts';
import { callerOf } from '../gateway/gateway.ts';
import { isLocal } from '../network.ts';
import type { Order } from '../orders/types.ts';
import { hasSalesUnit, type World } from '../world.ts';
import { unknownOrder, unknownUser } from './refusals.ts';

const maxRequestId = 40;

// Vipps reads numbers that are sent as strings.
const amount = z.union(
  [
    z.int(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ],
  { error: 'must be an integer in minor units' },
);
const atLeastOneKrone = amount.pipe(z.int().min(100, 'must be at least 100'));
const transactionText = z
  .string()
  .max(100, 'must be at most 100 characters')
  .regex(/\S/, 'must not be blank');
const msn = z.string('must be a string').regex(/^\d{5,6}$/, 'must be five or six digits');
const url = (pattern: RegExp, reason: string) =>
  z.string().max(255, 'must be at most 255 characters').regex(pattern, reason);

// Vipps takes https alone; a till that is being written on this machine has no certificate.
const callbackPrefix = z
  .string()
  .max(255, 'must be at most 255 characters')
  .refine((prefix) => /^https:\/\/[^\s/]+/i.test(prefix) || (/^http:\/\//i.test(prefix) && isLocal(prefix)), {
    error: 'must be an https URL, or http on this machine',
  });

// Vipps corrects what it can of a phone number, and answers "unknown user" for the rest.
const phoneNumber = z
  .union([z.string(), z.int()])
  .nullish()
  .transform((number) => String(number ?? ''));

const initiateSchema = z.object({
  customerInfo: z.object({ mobileNumber: phoneNumber }),
  merchantInfo: z.object({
    merchantSerialNumber: msn,
    callbackPrefix,
    fallBack: url(/^(?!http:)[a-z][a-z0-9+.-]*:\/\/\S*$/i, 'must be an https URL or use a custom scheme'),
    isApp: z.boolean().nullish(),
    authToken: z.string().max(255).nullish(),
    paymentType: z.literal('eComm Regular Payment', 'only regular payments are simulated').nullish(),
  }),
  transaction: z.object({
    orderId: z.string().regex(/^[a-zA-Z0-9-]{1,50}$/, 'must be 1 to 50 characters of a-z, A-Z, 0-9 and -'),
    amount: atLeastOneKrone,
    transactionText,
    skipLandingPage: z.boolean().nullish(),
  }),
});

const merchantInfo = z.object({ merchantSerialNumber: msn });
// Captures and refunds. eCom API guide, "Capture": 0, null and no amount all mean everything that is left. The published
// Postman collection refunds without an amount, too.
const moneySchema = z.object({
  merchantInfo,
  transaction: z.object({
    amount: z.union([z.null().transform(() => 0), amount.pipe(z.literal(0)), atLeastOneKrone]).default(0),
    transactionText,
  }),
});
const cancelSchema = z.object({
  merchantInfo,
  transaction: z.object({ transactionText }),
  shouldReleaseRemainingFunds: z.boolean().nullish(),
});
const approveSchema = z.object({
  customerPhoneNumber: phoneNumber,
  token: z.string().nullish(),
});

const read =
  <T>(schema: z.ZodType<T>) =>
  (request: Request): T => {
    const parsed = schema.safeParse(request.body);
    if (parsed.success) return parsed.data;
    const errors = parsed.error.issues.map((issue) => {
      const { body } = ecomDialect.invalid(issue.path.join('.') || 'body', issue.message);
      return body as unknown[];
    });
    throw new Refusal(400, errors.flat());
  };

/** Each answers the checked body; amounts are minor units, 0 for all that is left. Throws `Refusal`. */
export const readInitiate = read(initiateSchema);
export const readMoney = read(moneySchema);
export const readCancel = read(cancelSchema);
export const readApprove = read(approveSchema);

/** Throws `Refusal` when a phone number is given that cannot be one of a Norwegian customer. */
export function checkPhoneNumber(number: string): void {
  if (!/^\s*$|^\s*(\+47|0047|47)?\s*(\d\s*){8}$/.test(number)) throw unknownUser();
}

/** The idempotency key of a capture or refund. Throws `Refusal` when it is missing or longer than 40 characters. */
export function readRequestId(request: Request): string {
  const id = request.get('X-Request-Id') ?? '';
  if (id === '') throw ecomDialect.invalid('X-Request-Id', 'is required');
  if (id.length > maxRequestId) {
    throw ecomDialect.invalid('X-Request-Id', `must be at most ${maxRequestId} characters`);
  }
  return id;
}

/** The sales unit that a call is for. Throws `Refusal` when body and header disagree or the caller does not have the unit. */
export function salesUnitOf(request: Request, world: World, inBody?: string): string {
  const account = callerOf(request, world);
  const inHeader = request.get('Merchant-Serial-Number');
  if (inBody !== undefined && !hasSalesUnit(account, inBody)) {
    throw ecomError(400, 'Merchant', '37', 'Merchant not available, deactivated or blocked');
  }
  if (inBody !== undefined && inHeader !== undefined && inBody !== inHeader) {
    throw ecomDialect.invalid(
      'merchantInfo.merchantSerialNumber',
      'differs from the Merchant-Serial-Number header',
    );
  }
  return inBody ?? inHeader ?? account.credentials.msn;
}

/** The order that a path names, for the sales unit of the call. Throws the API's "unknown order". */
export function orderOf(request: Request, world: World, msnInBody?: string): Order {
  const order = world.ledger.find(salesUnitOf(request, world, msnInBody), String(request.params['orderId']));
  // Payments of the ePayment API cannot be seen here (its FAQ, "mixed and matched").
  if (order?.api !== 'ecom') throw unknownOrder();
  return order;
}

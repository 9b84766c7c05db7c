import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Account, apis, currencies, intervalUnits } from './types.ts';

const entrySchema = z.object({
  operation: z.enum(['INITIATE', 'RESERVE', 'SALE', 'CAPTURE', 'REFUND', 'CANCEL', 'VOID']),
  amount: z.int(),
  success: z.boolean(),
  atMs: z.number(),
  text: z.string(),
  requestId: z.string(),
  transactionId: z.string().nullable(),
});

const agreementSchema = z.object({
  uuid: z.string(),
  chargeId: z.string().nullable(),
  externalId: z.string().exactOptional(),
  chargeExternalId: z.string().exactOptional(),
  productName: z.string(),
  productDescription: z.string().exactOptional(),
  pricing: z.discriminatedUnion('type', [
    z.object({ type: z.literal('LEGACY'), amount: z.int() }),
    z.object({ type: z.literal('VARIABLE'), suggestedMaxAmount: z.int() }),
  ]),
  interval: z.object({ unit: z.enum(intervalUnits), count: z.int() }),
  merchantAgreementUrl: z.string(),
  merchantRedirectUrl: z.string(),
  countryCode: z.string(),
  isApp: z.boolean(),
  stoppedAtMs: z.number().nullable(),
});

const accountSchema = z.object({
  order: z.object({
    // Files from before there was more than eCom, in kroner, name neither.
    api: z.enum(apis).default('ecom'),
    currency: z.enum(currencies).default('NOK'),
    orderId: z.string(),
    msn: z.string(),
    amount: z.int(),
    text: z.string(),
    token: z.string(),
    imageId: z.string(),
    expiresAtMs: z.number(),
    threeDSecureUntilMs: z.number().exactOptional(),
    unknownUntilMs: z.number().exactOptional(),
    directCapture: z.boolean(),
    metadata: z.record(z.string(), z.string()).exactOptional(),
    callback: z.object({ prefix: z.string(), authToken: z.string().exactOptional() }).exactOptional(),
    agreement: agreementSchema.exactOptional(),
    isOthers: z.literal(true).exactOptional(),
    transactionId: z.string().nullable(),
    history: z.array(entrySchema).min(1),
  }),
  answers: z.array(z.object({ key: z.string(), fingerprint: z.string(), body: z.unknown() })),
});

/** Oldest first; none when there is no file. A file that cannot be read is renamed to `….broken`. */
export function readOrders(file: string): Account[] {
  if (!existsSync(file)) return [];
  try {
    return z.array(accountSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    renameSync(file, `${file}.broken`);
    return [];
  }
}

/** Replaces the file in one step: a reader, or a crash, sees the old orders or the new ones. */
export function writeOrders(file: string, accounts: readonly Account[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.new`;
  // The tokens open phone pages: nobody else on the machine has to read them.
  writeFileSync(unfinished, JSON.stringify(accounts), { mode: 0o600 });
  renameSync(unfinished, file);
}

// An example of each body and answer of the API, and of each error.
import type { z } from 'zod';
import type { ErrorBody, ErrorCode } from '../contract/payments.ts';
import { accessExamples } from './examples-access.ts';
import { auditExamples } from './examples-audit.ts';
import { dayExamples } from './examples-day.ts';
import { paymentExamples } from './examples-payments.ts';
import { settingsExamples } from './examples-settings.ts';

const examples = new Map<z.ZodType, unknown>([
  ...paymentExamples,
  ...dayExamples,
  ...accessExamples,
  ...auditExamples,
  ...settingsExamples,
]);

/** @returns undefined for a schema that has none. */
export const exampleOf = (schema: z.ZodType): unknown => examples.get(schema);

const messages: Readonly<Record<ErrorCode, string>> = {
  invalid_request: 'amount: Invalid input: expected object, received undefined',
  not_signed_in: 'Sign in first.',
  not_allowed: 'You may not do this.',
  pin_required: 'Enter your PIN first.',
  approval_required: 'A manager has to approve this: it is more than you may give back by yourself.',
  session_locked: 'This session is locked. Enter your PIN to go on.',
  not_found: 'There is no payment kf7q2m9x4w.',
  till_busy: 'A payment is on this till already. Finish or cancel it first.',
  idempotency_mismatch: 'This Idempotency-Key was used for another request.',
  wrong_state: 'Nothing is left that could be captured.',
  amount_out_of_range: 'amount.value: Too small: expected number to be >=100',
  refund_exceeds_captured: 'At most 24900 (minor units) can be refunded.',
  vipps_rejected: 'Vipps MobilePay refused this.',
  vipps_unavailable: 'Vipps MobilePay did not answer.',
  rate_limited: 'Tried too often. Try again in 2 s.',
  storage_unavailable: 'The payment database cannot be written: the disk is full.',
  internal: 'Something went wrong on the server. Look the payment up before you try again.',
};

export const exampleOfError = (code: ErrorCode): ErrorBody => ({ error: { code, message: messages[code] } });

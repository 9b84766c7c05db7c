// Every error that leaves the server: one shape, a closed list of codes, nothing internal.
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { ErrorBody, ErrorCode } from '../contract/payments.ts';
import { Refusal, SlowDown } from '../core/refusal.ts';
import { type StoreTrouble, StoreUnavailable } from '../core/store-unavailable.ts';

const statusOf: Record<ErrorCode, number> = {
  invalid_request: 400,
  not_signed_in: 401,
  not_allowed: 403,
  pin_required: 403,
  approval_required: 403,
  session_locked: 403,
  not_found: 404,
  till_busy: 409,
  idempotency_mismatch: 409,
  wrong_state: 409,
  amount_out_of_range: 400,
  refund_exceeds_captured: 409,
  vipps_rejected: 502,
  vipps_unavailable: 503,
  rate_limited: 429,
  storage_unavailable: 503,
  internal: 500,
};

const bodyOf = (code: ErrorCode, message: string): ErrorBody => ({ error: { code, message } });

export function toErrorAnswer(code: ErrorCode, message: string): { status: number; body: ErrorBody } {
  return { status: statusOf[code], body: bodyOf(code, message) };
}

/**
 * What a request holds, as `schema` has it.
 * @throws Refusal `invalid_request` naming the field, or `amount_out_of_range`.
 */
export function validate<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const outOfRange =
    issue?.path.at(-1) === 'value' && (issue.code === 'too_big' || issue.code === 'too_small');
  const message = `${field === '' ? '' : `${field}: `}${issue?.message ?? 'not valid'}`;
  throw new Refusal(outOfRange ? 'amount_out_of_range' : 'invalid_request', message);
}

// What Express and its body parser throw, by their `type`, and what we say of it.
const unreadable: Record<string, string> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'entity.too.large': 'The body is too large.',
  'encoding.unsupported': 'The content encoding is not supported.',
  'charset.unsupported': 'The character set is not supported; send UTF-8.',
};

function clientFault(error: unknown): { status: number; message: string } | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof URIError) return { status: 400, message: 'The address cannot be read.' };
  const { status, type, expose } = error as Error & Record<'status' | 'type' | 'expose', unknown>;
  // Others have a status, too: that of a refusal by Vipps is no word to our caller. Only these are meant to be shown.
  if (typeof status !== 'number' || status < 400 || status > 499 || expose !== true) return null;
  return { status, message: unreadable[String(type)] ?? 'The request cannot be read.' };
}

const storageSays: Record<StoreTrouble, string> = {
  full: 'The payment database cannot be written: the disk is full.',
  locked: 'The payment database cannot be written: another program has locked it.',
  read_only: 'The payment database cannot be written: it is read-only.',
  corrupt: 'The payment database is damaged.',
  io: 'The payment database cannot be reached.',
};
/** A till may ask again then; the disk is rarely mended sooner. */
const storageRetryAfterSeconds = 5;

function answerStorage(response: Response, reason: StoreTrouble): void {
  // What was written when the disk failed may be there after all: only a repeat under the same key tells.
  const said = `${storageSays[reason]} Try again under the same key: nothing is done twice.`;
  const { status, body } = toErrorAnswer('storage_unavailable', said);
  response.status(status).set('Retry-After', String(storageRetryAfterSeconds)).json(body);
}

/** The last route of the API. */
export const notFound: RequestHandler = (_request, response) => {
  const { status, body } = toErrorAnswer('not_found', 'There is nothing at this address.');
  response.status(status).json(body);
};

export function createErrorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const fault = clientFault(error);
    if (error instanceof Refusal) {
      const { status, body } = toErrorAnswer(error.code, error.message);
      if (error instanceof SlowDown) response.set('Retry-After', String(Math.ceil(error.waitMs / 1000)));
      response.status(status).json(body);
    } else if (fault !== null) {
      response.status(fault.status).json(bodyOf('invalid_request', fault.message));
    } else if (error instanceof StoreUnavailable) {
      const { reason } = error;
      log.error({ err: error, reason, method: request.method, path: request.path }, 'database unavailable');
      answerStorage(response, reason);
    } else {
      log.error({ err: error, method: request.method, path: request.path }, 'request failed');
      const said = 'Something went wrong on the server. Look the payment up before you try again.';
      response.status(500).json(bodyOf('internal', said));
    }
  };
}

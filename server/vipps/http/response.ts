// What an answer from Vipps MobilePay means: done, refused, come back later, or unreadable.
import type { z } from 'zod';
import { accepted, VippsInvalidResponse, VippsRejected, VippsUnavailable } from './errors.ts';
import { nobody, noticing, odd } from './odd-answers.ts';

type Call = { method: string; path: string; requestId: string };
type Answer = { status: number; headers: Record<string, string>; bytes: Buffer };

/** eCom's code 94: locked, try again with the same key. 98: too many requests. Neither was carried out. */
const comeBackLater = new Set(['94', '98']);
/** eCom's code 99: an error inside Vipps, so nobody knows. */
const internalError = '99';

const byteOrderMark = '\uFEFF';

function parse(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  const isMarked = text.startsWith(byteOrderMark);
  if (isMarked) odd('a byte order mark before the body');
  try {
    return JSON.parse(isMarked ? text.slice(byteOrderMark.length) : text);
  } catch {
    return undefined;
  }
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
// What Vipps says goes on to logs and screens, and it may repeat what it was sent (P7).
const secrets = /\b(?:bearer\s+\S+|eyJ[\w.-]+|token=[^\s&'"]+|[a-z][a-z0-9+.-]*:\/\/[^\s'"]+)/gi;
const text = (...values: unknown[]): string | null => {
  const first = values.find((value) => typeof value === 'string' && value !== '');
  return first?.toString().slice(0, 2_000).replace(secrets, '…').slice(0, 300) ?? null;
};

/**
 * A problem of an API's own is told from one of a gateway in between by its trace (ePayment) or context (Recurring); most of
 * ePayment's have a code, too.
 */
function problemCode(body: Record<string, unknown>): string | null {
  if (typeof body['traceId'] !== 'string' && typeof body['contextId'] !== 'string') return null;
  const details = Array.isArray(body['extraDetails']) ? body['extraDetails'].map(record) : [];
  const coded = details.find(({ name }) => name === 'ErrorCode');
  // Recurring names what is wrong in the fragment of the type.
  const [, named] = /#([\w-]{1,60})$/.exec(String(body['type'])) ?? [];
  return text(coded?.['reason'], named, body['title'], body['type'], 'problem');
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w:.-]{8,100}$/.test(value);

/** What Vipps' support finds a call by: `traceId` of ePayment, `contextId` of eCom and Recurring, `instance` of the QR API. */
function traceOf(body: Record<string, unknown>): string | null {
  return [body['traceId'], body['contextId'], body['instance']].find(isId) ?? null;
}

/** The fields of a call that an error names: `extraDetails` of ePayment, `invalidParams` of the QR and Order Management APIs. */
function fieldsOf(body: Record<string, unknown>): string[] {
  const all = [body['extraDetails'], body['invalidParams']].filter(Array.isArray).flat().map(record);
  return all.flatMap(({ name }) => (name === 'ErrorCode' ? [] : (text(name) ?? [])));
}

/** Reads the three shapes of error bodies: eCom's array, the gateway's objects, and problem JSON. */
export function readError(body: unknown): {
  code: string | null;
  reason: string | null;
  fields: string[];
  trace: string | null;
} {
  const first = record(Array.isArray(body) ? body[0] : body);
  return {
    code: text(first['errorCode']) ?? problemCode(first),
    fields: fieldsOf(first),
    trace: traceOf(first),
    reason: text(
      first['errorMessage'],
      first['detail'],
      first['title'],
      first['message'],
      record(first['result'])['message'],
    ),
  };
}

/** `Retry-After` as milliseconds, in either of its forms; null when absent or unreadable. Needs no clock of ours. */
export function retryAfterMs(headers: Record<string, string>): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  if (!/^[a-z]{3}/i.test(value)) return null; // Date.parse takes "-1" for a date
  const waitMs = Date.parse(value) - Date.parse(headers['date'] ?? '');
  return Number.isNaN(waitMs) ? null : Math.max(0, waitMs);
}

/** @throws VippsRejected, VippsUnavailable or VippsInvalidResponse unless Vipps answered with success. */
export function assertDone(call: Call, answer: Answer): void {
  // Accepted, and not carried out yet: the caller has to poll.
  if (answer.status === accepted && answer.bytes.length === 0)
    throw new VippsUnavailable('not carried out yet', { ...call, status: accepted, outcome: 'unknown' });
  if (answer.status >= 200 && answer.status < 300) return;
  const { code, reason, fields, trace } = readError(parse(answer.bytes));
  const where = { ...call, status: answer.status, trace };
  const said = reason ?? `HTTP ${answer.status}`;
  const wait = { retryAfterMs: retryAfterMs(answer.headers) };
  if (answer.status === 429 || (code !== null && comeBackLater.has(code))) {
    throw new VippsUnavailable(said, { ...where, ...wait, outcome: 'not_done' });
  }
  if (answer.status >= 500 || answer.status === 408 || code === internalError) {
    throw new VippsUnavailable(said, { ...where, ...wait, outcome: 'unknown' });
  }
  if (answer.status < 400) throw new VippsInvalidResponse(`unexpected HTTP ${answer.status}`, where);
  throw new VippsRejected(said, { ...where, code, fields });
}

/**
 * The body of a successful answer, as `schema` has it.
 * @param onOdd hears of what is odd about it and decides nothing about money.
 * @throws as `assertDone`, and VippsInvalidResponse for a body that is not what was promised.
 */
export function readAnswer<T extends z.ZodType>(
  call: Call,
  answer: Answer,
  schema: T,
  onOdd: (what: string) => void = nobody,
): z.infer<T> {
  return noticing(onOdd, () => readBody(call, answer, schema));
}

function readBody<T extends z.ZodType>(call: Call, answer: Answer, schema: T): z.infer<T> {
  assertDone(call, answer);
  const body = parse(answer.bytes);
  const read = schema.safeParse(body);
  // What something in between says in a page of its own is no success, not even where no body is promised.
  const isPage = body === undefined && answer.bytes.length > 0;
  if (read.success && !isPage) return read.data;
  const issues = read.success ? [] : read.error.issues;
  const fields = issues.map((issue) => issue.path.join('.') || 'body').join(', ') || 'body';
  throw new VippsInvalidResponse(`unreadable answer (${fields})`, { ...call, status: answer.status });
}

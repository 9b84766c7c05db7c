// The one place that speaks HTTP with our server.
import type { ErrorBody, ErrorCode } from '../../../server/contract/payments.ts';

/** The server answered with an error. */
export class ApiError extends Error {
  // Declared only: older browsers would get each field in a roundabout way.
  declare readonly name: 'ApiError';
  declare readonly status: number;
  declare readonly code: ErrorCode;
  /** How long to wait before the next try, in seconds; 0 when the server did not say. */
  declare readonly retryAfterSeconds: number;

  constructor(status: number, { error }: ErrorBody, retryAfterSeconds = 0) {
    super(error.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = error.code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer that we can read: whether the server did what was asked is unknown. */
export class UnreachableError extends Error {
  declare readonly name: 'UnreachableError';

  constructor(path: string, cause: unknown) {
    super(`No answer from ${path}`, { cause });
    this.name = 'UnreachableError';
  }
}

/** What went wrong, in a closed list: `unreachable` is everything but an answer. */
export type Failure = ErrorCode | 'unreachable';

const unknownAfter: readonly Failure[] = [
  'unreachable',
  'vipps_unavailable',
  'storage_unavailable',
  'internal',
];

/** Whether the server may have done what was asked for all the same. */
export function isUnknownAfter(failure: Failure): boolean {
  return unknownAfter.includes(failure);
}

/** The failure behind anything that was thrown. */
export function failureOf(error: unknown): Failure {
  return error instanceof ApiError ? error.code : 'unreachable';
}

/** For how long the server asks us to wait, in seconds. */
export function waitAfter(error: unknown): number {
  return error instanceof ApiError ? error.retryAfterSeconds : 0;
}

let onSignedOut: () => void = () => {};

/** Called whenever the server answers any request with `not_signed_in`. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

let onLocked: () => void = () => {};

/** Called whenever the server answers any request with `session_locked`. */
export function whenLocked(act: () => void): void {
  onLocked = act;
}

export type Call = {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
};
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

function apiError({ status, headers }: Answer, body: ErrorBody): ApiError {
  const seconds = Number(headers.get('retry-after') ?? 0);
  if (body.error.code === 'not_signed_in') onSignedOut();
  if (body.error.code === 'session_locked') onLocked();
  return new ApiError(status, body, Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0);
}

/**
 * Calls our server; 2xx and 304 are answers.
 * @throws ApiError when the server answers with an error, UnreachableError when nothing readable came back in time.
 */
export async function call(path: string, options: Call = {}): Promise<Answer> {
  const { method = 'GET', body, headers, timeoutMs = 10_000 } = options;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? { ...headers } : { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    cache: 'no-store',
    signal: deadline.signal,
  })
    .then(async (response) => ({
      status: response.status,
      headers: response.headers,
      body: response.status === 304 || response.status === 204 ? null : ((await response.json()) as unknown),
    }))
    .catch((error: unknown) => {
      throw new UnreachableError(path, error);
    })
    .finally(() => clearTimeout(timer));
  if (answer.status === 304 || (answer.status >= 200 && answer.status < 300)) return answer;
  if (isErrorBody(answer.body)) throw apiError(answer, answer.body);
  throw new UnreachableError(path, new Error(`HTTP ${answer.status}`));
}

type Randomness = Pick<Crypto, 'getRandomValues'> & { readonly randomUUID?: () => string };

/** A fresh `Idempotency-Key`. Browsers offer randomUUID over https and on loopback only. */
export function newKey(random: Randomness = crypto): string {
  if (random.randomUUID) return random.randomUUID();
  const bytes = random.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

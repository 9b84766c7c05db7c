// The three ways a call to Vipps MobilePay can fail. None of them ever carries a credential or a landing URL.

type Where = {
  method: string;
  path: string;
  requestId: string;
  status?: number;
  trace?: string | null;
  cause?: unknown;
};

abstract class VippsError extends Error {
  readonly method: string;
  readonly path: string;
  /** Names this call in our log, and at Vipps where the API takes such an id. */
  readonly requestId: string;
  readonly status: number | null;
  /** Vipps' own id of this call, which its support asks for; null where it gave none. */
  readonly trace: string | null;
  constructor(message: string, where: Where) {
    super(
      `${where.method} ${where.path}: ${message}`,
      where.cause === undefined ? {} : { cause: where.cause },
    );
    this.method = where.method;
    this.path = where.path;
    this.requestId = where.requestId;
    this.status = where.status ?? null;
    this.trace = where.trace ?? null;
  }
}

/** Vipps said no: certainly not done. `code` is Vipps' own error code where it gave one. */
export class VippsRejected extends VippsError {
  override readonly name = 'VippsRejected';
  readonly code: string | null;
  /** What Vipps said, in its own words. */
  readonly reason: string;
  /** The fields of the call that Vipps would not take, where it named any. */
  readonly fields: readonly string[];
  constructor(reason: string, where: Where & { code?: string | null; fields?: readonly string[] }) {
    super(`rejected${where.code ? ` (${where.code})` : ''}: ${reason}`, where);
    this.code = where.code ?? null;
    this.reason = reason;
    this.fields = where.fields ?? [];
  }
}

/** No answer, or one that says to come back. `outcome` tells whether the call may have been carried out all the same. */
export class VippsUnavailable extends VippsError {
  override readonly name = 'VippsUnavailable';
  readonly outcome: 'not_done' | 'unknown';
  readonly retryAfterMs: number | null;
  /** Why there was no answer at all, as Node and undici call it, such as `ENOTFOUND`; null when there was one. */
  readonly code: string | null;
  constructor(
    message: string,
    where: Where & { outcome: 'not_done' | 'unknown'; retryAfterMs?: number | null; code?: string },
  ) {
    super(message, where);
    this.outcome = where.outcome;
    this.code = where.code ?? null;
    this.retryAfterMs = where.retryAfterMs ?? null;
  }
}

/** An answer that cannot be read, so its outcome is unknown too. */
export class VippsInvalidResponse extends VippsError {
  override readonly name = 'VippsInvalidResponse';
  /** Where a QR image lies that may not be fetched from there; null for everything else. */
  readonly refusedHost: string | null;
  constructor(message: string, where: Where & { refusedHost?: string }) {
    super(message, where);
    this.refusedHost = where.refusedHost ?? null;
  }
}

/** True when Vipps certainly did not do what it was asked: refused, or never reached. */
export function certainlyNotDone(error: unknown): boolean {
  return (
    error instanceof VippsRejected || (error instanceof VippsUnavailable && error.outcome === 'not_done')
  );
}

/** True for failures of a call to Vipps; anything else is a fault of ours. */
export function isVippsError(
  error: unknown,
): error is VippsRejected | VippsUnavailable | VippsInvalidResponse {
  return error instanceof VippsError;
}

/** HTTP's word for a call that has been taken; without a body it says no more than that. */
export const accepted = 202;

/** True when Vipps has said what it made of the call, so that it would say the same again to its key. */
export function isAnswer(error: unknown): boolean {
  return error instanceof VippsRejected || (error instanceof VippsUnavailable && error.status === accepted);
}

/** Vipps' own word that what was asked for is in the way of what is there; a 409 of something in between says nothing. */
export function isConflict(error: unknown): error is VippsRejected {
  return error instanceof VippsRejected && error.status === 409 && error.code !== null;
}

/** Only an API's own word counts: a 404 of something in between says nothing about money. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof VippsRejected && error.status === 404 && error.code !== null;

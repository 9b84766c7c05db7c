import type { ErrorCode } from '../contract/payments.ts';

/** Thrown when a command cannot be carried out, before anything has happened; `code` is what the caller of the API gets. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Tried too often: the same may be tried again after `waitMs` milliseconds. */
export class SlowDown extends Refusal {
  readonly waitMs: number;
  /** @param why a sentence. */
  constructor(waitMs: number, why = 'Tried too often.') {
    super('rate_limited', `${why} Try again in ${Math.ceil(waitMs / 1000)} s.`);
    this.waitMs = waitMs;
  }
}

import type { ErrorCode } from '../contract.ts';

/** Thrown when a wish cannot be granted, before anything has happened; `code` is what the caller of the API gets. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

import { createHash } from 'node:crypto';

/** Tells whether two requests with one Idempotency-Key ask for the same thing. */
export function fingerprintOf(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url');
}

// What request headers say, in the forms that this API uses.
import express, { type Request, type RequestHandler } from 'express';
import { Refusal } from '../core/refusal.ts';

/** Where a request comes from, as far as trusted proxies can tell. */
export const addressOf = (request: Request) => request.ip ?? '';

/** The longest that a request is held. */
const longestWaitMs = 10_000;

/** `Prefer: wait=N` (RFC 7240): for how many milliseconds the answer may be held; 0 without it. */
export function waitMs({ headers }: Pick<Request, 'headers'>): number {
  const match = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?=[,;]|$)/i.exec(String(headers['prefer'] ?? ''));
  return match === null ? 0 : Math.min(Number(match[1]) * 1000, longestWaitMs);
}

/** As which screen a page asks, and what it tells of itself: `Tillside-Screen: display; secure=?1; page=?1`. */
export function screenOf({ headers }: Pick<Request, 'headers'>): { isDisplay: boolean; told: string } {
  const said = String(headers['tillside-screen'] ?? '');
  const end = said.indexOf(';');
  const [name, told] = end < 0 ? [said, ''] : [said.slice(0, end), said.slice(end + 1)];
  return { isDisplay: name.trim() === 'display', told };
}

/** Whether the caller has this version already (RFC 9110: weak comparison, a list, or `*`). */
export function hasVersion({ headers }: Pick<Request, 'headers'>, etag: string): boolean {
  const known = headers['if-none-match'];
  if (known === undefined) return false;
  if (known.trim() === '*') return true;
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

/** @throws Refusal `invalid_request` for a key that is empty, too long, or not printable. */
export function idempotencyKey(request: Request): string | null {
  const key = request.get('idempotency-key');
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Refusal('invalid_request', 'Idempotency-Key: 1-255 printable characters without spaces.');
  }
  return key;
}

/** @param limit the longest body that is read, such as `64kb`. */
export const readJson = (limit: string): RequestHandler => express.json({ limit, type: 'application/json' });

/** Writes carry JSON or nothing. Another type is refused, so that no form on another site can write. */
export const requireJson: RequestHandler = (request, response, next) => {
  const writes = request.method === 'POST' || request.method === 'PUT' || request.method === 'PATCH';
  const empty =
    request.headers['transfer-encoding'] === undefined && Number(request.get('content-length') ?? 0) === 0;
  // Not `request.is`, which knows no type without a body: a cancel from curl has the one and not the other.
  const type = request.get('content-type');
  if (!writes || (type === undefined ? empty : /^application\/json *(;|$)/i.test(type))) {
    next();
    return;
  }
  response.status(415).json({ error: { code: 'invalid_request', message: 'Send application/json.' } });
};

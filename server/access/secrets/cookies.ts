// The cookies: who is signed in, which device that is, and which display this is. No script can read them, and no other site can send them.
import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

export const cookieNames = {
  session: 'tillside_session',
  device: 'tillside_device',
  display: 'tillside_display',
} as const;
export type CookieName = keyof typeof cookieNames;

/** Browsers keep no cookie longer than that; each visit of a display, and each sign-in of a device, begins it anew. */
const longestMs = 400 * 24 * 3_600_000;
const lifeMs = { session: 12 * 3_600_000, device: longestMs, display: longestMs };

const optionsFor = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  secure: request.secure,
  path: '/',
});

/** @returns undefined for none, and for one that is longer than any of ours. */
export function readCookie(request: Pick<Request, 'headers'>, name: CookieName): string | undefined {
  const value = parseCookie(request.headers.cookie ?? '')[cookieNames[name]];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

export function setCookie(response: Response, name: CookieName, token: string): void {
  response.cookie(cookieNames[name], token, { ...optionsFor(response.req), maxAge: lifeMs[name] });
}

export function clearCookie(response: Response, name: CookieName): void {
  response.clearCookie(cookieNames[name], optionsFor(response.req));
}

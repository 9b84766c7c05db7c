// Our cookies: who is signed in, which device that is, which display this is, and which demo a display has paired itself with. No script
// can read them, and no other site can send them.
import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

const names = {
  session: 'tillside_session',
  device: 'tillside_device',
  display: 'tillside_display',
  demo: 'tillside_demo',
} as const;
export type CookieName = keyof typeof names;
type WithHeaders = Pick<Request, 'headers'>;

const dayMs = 24 * 3_600_000;
/** Browsers keep no cookie longer than that; each visit of a display, and each sign-in of a device, begins it anew. */
const longestMs = 400 * dayMs;
const lifeMs = { session: dayMs / 2, device: longestMs, display: longestMs, demo: longestMs };

const token = /^[\w-]{43}$/;
/** What ours hold; anything else is none of ours. */
const shapes = { session: token, device: token, display: token, demo: /^\d{1,16}$/ };

export type Cookies = {
  nameOf(name: CookieName): string;
  read(request: WithHeaders, name: CookieName): string | undefined;
  /** As a browser carries it from before the shop's address was https; never of a shop whose address is not. */
  readEarlier(request: WithHeaders, name: CookieName): string | undefined;
  /** Also takes one of that time out of the browser. */
  set(response: Response, name: CookieName, value: string): void;
  clear(response: Response, name: CookieName): void;
};

/**
 * Behind https, names begin with `__Host-`: browsers take such a cookie from our very host alone, over https, and from no neighbour of it
 * (draft-ietf-httpbis-rfc6265bis, section 4.1.3.2).
 * @param isHttps whether the shop has given this server an https address.
 */
export function createCookies(isHttps: boolean): Cookies {
  const nameOf = (name: CookieName) => (isHttps ? `__Host-${names[name]}` : names[name]);

  function optionsFor({ secure }: Request): CookieOptions {
    return { httpOnly: true, sameSite: 'strict', secure: isHttps || secure, path: '/' };
  }
  function readAs(called: string, { headers }: WithHeaders, name: CookieName): string | undefined {
    const value = parseCookie(headers.cookie ?? '')[called];
    return value !== undefined && shapes[name].test(value) ? value : undefined;
  }
  const readEarlier: Cookies['readEarlier'] = (request, name) =>
    isHttps ? readAs(names[name], request, name) : undefined;

  return {
    nameOf,
    read: (request, name) => readAs(nameOf(name), request, name),
    readEarlier,
    set(response, name, value) {
      const options = optionsFor(response.req);
      if (readEarlier(response.req, name) !== undefined) response.clearCookie(names[name], options);
      response.cookie(nameOf(name), value, { ...options, maxAge: lifeMs[name] });
    },
    clear: (response, name) => void response.clearCookie(nameOf(name), optionsFor(response.req)),
  };
}

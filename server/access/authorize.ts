// The one door of the API: who is it, and may they do this?
import type { Request, RequestHandler, Response } from 'express';
import type { TillView } from '../contract/payments.ts';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import { addressOf } from '../http/requests.ts';
import type { Keys } from './api-keys.ts';
import type { Displays } from './displays/displays.ts';
import {
  type Act,
  type Caller,
  check,
  isAllowed,
  isWithin,
  nobody,
  notSignedIn,
  type Place,
  reachOf,
} from './policy.ts';
import { createThrottle } from './secrets/backoff.ts';
import { readCookie } from './secrets/cookies.ts';
import type { Sessions } from './staff/sessions.ts';

export type DoorDeps = {
  sessions: Pick<Sessions, 'find'>;
  displays: Pick<Displays, 'find'>;
  keys: Pick<Keys, 'find'>;
  tills: readonly TillView[];
  clock: Clock;
};

type Asking = Pick<Request, 'headers'>;

export type Door = {
  /** As `identify`, for one that is not answered yet: null for a key that is not known, which is no guess until it is answered. */
  recognise(request: Asking): Promise<Caller | null>;
  mayWatch(caller: Caller, till: string): boolean;
  /** Who sends this request, asked of the database each time: what was taken away counts at once. */
  identify(request: Request): Promise<Caller>;
  /** @throws Refusal `not_signed_in` or `not_allowed`. */
  permit(request: Request, act: Act, till?: string): Promise<Caller>;
  /** Before everything that is not for anybody: finds out who it is, and sends nobody away. */
  enter: RequestHandler;
  /** Before a route, after `enter`: lets through who may do this, at the till that the route names. */
  may(act: Act): RequestHandler;
  /** Whether this till is one that the caller may know of. @throws Refusal `not_signed_in` for nobody. */
  reaches(caller: Caller, till: string): boolean;
};

/** What the client's pages for customers say of themselves, so that one browser can be both staff and a display. */
const screenHeader = 'tillside-screen';

const minuteMs = 60_000;
const wrongKeys = { free: 20, firstMs: 1_000, mostMs: minuteMs, forgetMs: 15 * minuteMs };

/** @throws when the route was not behind the door. */
export function callerOf(response: Response): Caller {
  const { caller } = response.locals;
  if (caller === undefined) throw new Error('this route is not behind the door');
  return caller as Caller;
}

export function createDoor({ sessions, displays, keys, tills, clock }: DoorDeps): Door {
  const guesses = createThrottle(clock, wrongKeys);
  const shops = new Map(tills.map(({ id, shop }) => [id, shop]));
  const placeOf = (till: string): Place => ({ shop: shops.get(till) ?? null, till });

  async function byKey(authorization: string): Promise<Caller | null> {
    const [, token] = /^Bearer +([\w-]{43})$/i.exec(authorization) ?? [];
    const key = token === undefined ? null : await keys.find(token);
    if (key === null) return null;
    const { name, till } = key;
    const shop = key.shop ?? (till === null ? null : placeOf(till).shop);
    return { kind: 'key', name, reach: { shop, till } };
  }

  async function byDisplay(request: Asking): Promise<Caller | null> {
    const token = readCookie(request, 'display');
    const display = token === undefined ? null : await displays.find(token);
    return display && { kind: 'display', id: display.id, reach: placeOf(display.till) };
  }

  async function bySession(request: Asking): Promise<Caller | null> {
    const token = readCookie(request, 'session');
    const found = token === undefined ? null : await sessions.find(token);
    return found && { kind: 'staff', ...found };
  }

  async function recognise(request: Asking): Promise<Caller | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return byKey(authorization);
    if (request.headers[screenHeader] === 'display') return (await byDisplay(request)) ?? nobody;
    return (await bySession(request)) ?? (await byDisplay(request)) ?? nobody;
  }

  async function identify(request: Request): Promise<Caller> {
    const caller = await recognise(request);
    if (caller !== null) return caller;
    guesses.take(addressOf(request));
    throw new Refusal('not_signed_in', 'This API key is not known.');
  }

  async function permit(request: Request, act: Act, till?: string): Promise<Caller> {
    const caller = await identify(request);
    check(caller, act, till === undefined ? undefined : placeOf(till));
    return caller;
  }

  return {
    recognise,
    mayWatch: (caller, till) => isAllowed(caller, 'watch_till', placeOf(till)),
    identify,
    permit,
    enter: async (request, response, next) => {
      const caller = await identify(request);
      if (caller.kind === 'nobody') throw notSignedIn();
      response.locals['caller'] = caller;
      next();
    },
    may: (act) => (request, response, next) => {
      const { till } = request.params;
      check(callerOf(response), act, typeof till === 'string' ? placeOf(till) : undefined);
      next();
    },
    reaches: (caller, till) => isWithin(reachOf(caller), placeOf(till)),
  };
}

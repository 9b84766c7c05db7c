// Who sends a request, and whether they may do what it asks for.

import type { Request } from 'express';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import type { Tills } from '../core/tills.ts';
import { addressGroup } from '../http/address-group.ts';
import { addressOf, screenOf } from '../http/requests.ts';
import type { Displays } from './displays/displays.ts';
import { type createIdentifyKey, unknownKey } from './keys/identify-key.ts';
import {
  check,
  isAllowed,
  isWithin,
  nobody,
  type Permission,
  type Principal,
  placesOf,
  scopeOf,
} from './policy.ts';
import { createBackoff } from './secrets/backoff.ts';
import type { Cookies } from './secrets/cookies.ts';
import type { Sessions } from './staff/sessions.ts';

export type AuthorizerDeps = {
  sessions: Pick<Sessions, 'find'>;
  displays: Pick<Displays, 'find'>;
  identifyKey: ReturnType<typeof createIdentifyKey>;
  cookies: Pick<Cookies, 'read'>;
  tills: Tills;
  clock: Clock;
  /** Told of a key that nobody has, and where it came from. */
  onUnknownKey: (address: string) => void;
};

type WithHeaders = Pick<Request, 'headers'>;

export type Authorizer = {
  /** As `identify`, for one that is not answered yet: null for a key that opens nothing, which is no guess until it is answered. */
  tryToIdentify(request: WithHeaders): Promise<Principal | null>;
  mayWatch(principal: Principal, till: string): boolean;
  /**
   * Who sends this request, asked of the database each time: what was taken away counts at once.
   * @throws Refusal `not_signed_in` for a key that opens nothing, SlowDown for guesses and for a key that asks too often.
   */
  identify(request: Request): Promise<Principal>;
  /** @throws Refusal `not_signed_in` or `not_allowed`. */
  check(principal: Principal, permission: Permission, till?: string): void;
  /** Whether this till is one that the caller may know of. @throws Refusal `not_signed_in` for nobody. */
  isInScope(principal: Principal, till: string): boolean;
};

const minuteMs = 60_000;
const wrongKeys = { free: 20, firstMs: 1_000, mostMs: minuteMs, forgetMs: 15 * minuteMs };

export function createAuthorizer(deps: AuthorizerDeps): Authorizer {
  const { sessions, displays, identifyKey, cookies, tills, clock } = deps;
  const guesses = createBackoff(clock, wrongKeys);
  const placeOf = placesOf(tills);

  async function byDisplay(request: WithHeaders): Promise<Principal | null> {
    const token = cookies.read(request, 'display');
    const display = token === undefined ? null : await displays.find(token);
    return display && { kind: 'display', id: display.id, scope: placeOf(display.till) };
  }

  async function bySession(request: WithHeaders): Promise<Principal | null> {
    const token = cookies.read(request, 'session');
    const found = token === undefined ? null : await sessions.find(token);
    return found && { kind: 'staff', ...found };
  }

  async function find(request: WithHeaders): Promise<Principal | Refusal | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return identifyKey(request, authorization);
    // One browser can be both staff and a display.
    if (screenOf(request).isDisplay) return (await byDisplay(request)) ?? nobody;
    return (await bySession(request)) ?? (await byDisplay(request)) ?? nobody;
  }

  async function identify(request: Request): Promise<Principal> {
    const found = await find(request);
    if (found instanceof Refusal) throw found;
    if (found !== null) return found;
    const address = addressOf(request);
    guesses.take(addressGroup(address));
    deps.onUnknownKey(address);
    throw unknownKey();
  }

  async function tryToIdentify(request: WithHeaders): Promise<Principal | null> {
    const found = await find(request);
    return found instanceof Refusal ? null : found;
  }

  return {
    tryToIdentify,
    mayWatch: (principal, till) => isAllowed(principal, 'watch_till', placeOf(till)),
    identify,
    check: (principal, permission, till) =>
      check(principal, permission, till === undefined ? undefined : placeOf(till)),
    isInScope: (principal, till) => isWithin(scopeOf(principal), placeOf(till)),
  };
}

// Puts together who gets in: staff, displays and keys over one database.
import type { Logger } from 'pino';
import { actOfNobody } from '../audit/act.ts';
import type { Tally } from '../audit/tally.ts';
import type { Clock } from '../core/clock.ts';
import { shopsOf, type Tills } from '../core/tills.ts';
import { addressGroup } from '../http/address-group.ts';
import type { AccessStore } from '../store/access-store.ts';
import { createKeys } from './api-keys.ts';
import { type Authorizer, createAuthorizer } from './authorize.ts';
import { createDisplays, type Displays } from './displays/displays.ts';
import { createExpiryNotices, type ExpiryNotices } from './keys/expiry-notices.ts';
import { createIdentifyKey } from './keys/identify-key.ts';
import { createLastUse } from './keys/last-use.ts';
import { createRateLimit } from './keys/rate-limit.ts';
import { type Cookies, createCookies } from './secrets/cookies.ts';
import { createIdleLock, type IdleLock } from './sessions/idle-lock.ts';
import { createOpenSessions, type OpenSessions } from './sessions/open-sessions.ts';
import { type Approve, createApprovals } from './staff/approvals.ts';
import { createPins, type Pins } from './staff/pin.ts';
import type { LimitsOf } from './staff/refund-limits.ts';
import { createSessions, type Sessions } from './staff/sessions.ts';
import { createSetUp, type SetUp } from './staff/set-up.ts';
import { createSignInMisses, type SignInMisses } from './staff/sign-in-misses.ts';
import { createStaff, type Staff } from './staff/staff.ts';

export type Access = {
  cookies: Cookies;
  authorizer: Authorizer;
  sessions: Sessions;
  openSessions: OpenSessions;
  staff: Staff;
  displays: Displays;
  setUp: SetUp;
  expiryNotices: ExpiryNotices;
  signInMisses: SignInMisses;
  approve: Approve;
  idleLock: IdleLock;
};

export type AccessDeps = {
  store: AccessStore;
  /** Which say whose a display or a key of one till is. */
  tills: Tills;
  refundLimits: LimitsOf;
  /** Browsers come over https. */
  isHttps: boolean;
  /** Everybody may come by way of a proxy. */
  isBehindProxy: boolean;
  clock: Clock;
  /** Wakes the requests that are held for a till. */
  tell: (till: string) => void;
  trustedProxies: readonly string[];
  /** A session on which nobody works for so long locks itself; null is never. */
  lockAfterMs: number | null;
  log: Logger;
  /** Where misses are put on record. */
  tally: Pick<Tally, 'note'>;
  /** By default ones that cost as much as they should. */
  pins?: Pins;
};

export function createAccess(deps: AccessDeps): Access {
  const { store, clock, pins = createPins(), isBehindProxy, trustedProxies } = deps;
  // Behind a proxy that is not trusted everybody comes from the address of the proxy.
  const tellsApart = !isBehindProxy || trustedProxies.length > 0;
  const groupOf = (address: string) => (tellsApart ? addressGroup(address) : null);
  const shops = shopsOf(deps.tills.list());
  const idleLock = createIdleLock(deps);
  const sessions = createSessions({ ...deps, pins, idleLock, groupOf, shops });
  const displays = createDisplays({ ...deps, groupOf });
  const keys = createKeys(store, clock);
  const cookies = createCookies(deps.isHttps);
  const expiryNotices = createExpiryNotices({ ...deps, keys });
  const rateLimit = createRateLimit(clock);
  const onUse = createLastUse(deps);
  const onOver = expiryNotices.tried;
  const identifyKey = createIdentifyKey({ ...deps, keys, rateLimit, onUse, onOver });
  const onUnknownKey = (address: string) => {
    const act = actOfNobody('key_missed', address, clock.nowMs());
    deps.tally.note('strangers', { ...act, shop: null, about: '', detail: {} });
  };
  const authorizer = createAuthorizer({
    ...deps,
    sessions,
    displays,
    identifyKey,
    cookies,
    onUnknownKey,
  });
  const signInMisses = createSignInMisses(deps);
  return {
    cookies,
    authorizer,
    sessions,
    openSessions: createOpenSessions(deps),
    displays,
    staff: createStaff(store, clock, pins),
    setUp: createSetUp(clock),
    expiryNotices,
    signInMisses,
    approve: createApprovals({ ...deps, sessions, signInMisses, cookies }),
    idleLock,
  };
}

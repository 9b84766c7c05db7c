// Staff who sign in with a name and a PIN, and stay signed in for a working day.
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Act, staffActor, tell } from '../../audit/act.ts';
import type { OwnPin, Session, SignIn } from '../../contract/access.ts';
import { type Clock, wallTimeMs } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { AccessStore, StaffMember } from '../../store/access-store.ts';
import type { Told } from '../../store/audit-store.ts';
import { demoId } from '../demo/account.ts';
import { hashToken, nameKey, newToken } from '../secrets/tokens.ts';
import type { IdleLock } from '../sessions/idle-lock.ts';
import type { Pins } from './pin.ts';
import { checkNewPin, isWeakPin } from './pin-rules.ts';
import { type LimitsOf, refundLimitsFor } from './refund-limits.ts';
import { createAttempts, type From } from './sign-in-attempt.ts';
import { keepDemo } from './staff.ts';

/** Nobody works longer in one go; a cookie that was copied is worth no more than that. */
export const sessionLifeMs = 12 * 3_600_000;

/** More devices than anybody signs in with, also who looks after all tills of a chain. */
const mostDevices = 200;

/** For the browser; `token` and `device`, by which it is known at the next sign-in, are stored nowhere. */
export type Opened = { token: string; device: string; session: Session };

/** `pinIsWeak`: they should choose another one. */
export type SignedInOpened = Opened & { pinIsWeak: boolean };

export type SessionDeps = {
  store: AccessStore;
  clock: Clock;
  pins: Pins;
  refundLimits: LimitsOf;
  idleLock: Pick<IdleLock, 'isLocked'>;
  /** Who an address counts as; null where addresses do not tell people apart. */
  groupOf: (address: string) => string | null;
  shops: readonly string[];
  log: Logger;
};

export type SessionFound = {
  id: string;
  session: Session;
  tokenHash: string;
  /** When the PIN was last entered on it, by the steady clock. */
  provedAtMs: number;
};

export type Sessions = {
  /**
   * @throws Refusal `not_signed_in` for a wrong name or PIN, SlowDown after several, Refusal `not_allowed` after many in a day from
   * devices that have not signed in under this name.
   */
  signIn(who: SignIn, from: From, act?: Act): Promise<SignedInOpened>;
  /**
   * Gives somebody who knows their PIN another one, and signs them in here and out everywhere else.
   * @throws as `signIn`; also Refusal `invalid_request` for a new PIN that is weak or the old one, `wrong_state` for the demo's own manager.
   */
  changePin(who: OwnPin, from: From, act?: Act): Promise<Opened>;
  /** For somebody who has just proved in another way who they are. */
  open(member: StaffMember, from: From, act?: Act): Promise<Opened>;
  find(token: string): Promise<SessionFound | null>;
  /** @returns whose name and PIN these are. @throws as `signIn`. */
  prove(who: SignIn, from: From): Promise<StaffMember>;
  /** The person of this session has just entered their PIN. */
  noteProof(tokenHash: string, told?: Told): Promise<boolean>;
  /** Until the PIN is entered. */
  lock(tokenHash: string): Promise<boolean>;
  /** Its person has just entered the PIN. */
  unlock(tokenHash: string, told?: Told): Promise<boolean>;
  end(tokenHash: string, told?: Told): Promise<void>;
};

export function createSessions(deps: SessionDeps): Sessions {
  const { store, clock, pins, idleLock, log } = deps;
  const attemptOf = createAttempts(deps);

  function toSession({ name, role, shop }: StaffMember, expiresAtMs: number, locked = false): Session {
    return {
      name,
      role,
      shop,
      ...refundLimitsFor(role, deps.refundLimits(shop)),
      expiresAt: new Date(wallTimeMs(expiresAtMs, clock)).toISOString(),
      locked,
    };
  }

  const told = (act: Act | undefined, member: StaffMember) =>
    tell(act, { shop: member.shop, about: '', who: staffActor(member) });

  async function open(member: StaffMember, from: From, act?: Act): Promise<Opened> {
    const [token, device] = [newToken(), newToken()];
    const nowMs = clock.steadyMs();
    const expiresAtMs = nowMs + sessionLifeMs;
    const session = { tokenHash: hashToken(token), staffId: member.id, expiresAtMs, nowMs };
    const atMs = clock.nowMs();
    const place = { address: from.address, browser: from.browser ?? '' };
    await store.openSession({ ...session, ...place, id: randomUUID(), atMs }, told(act, member));
    // A new name each time: one that somebody planted or copied is worth nothing from now on.
    const formerHash = from.device === undefined ? null : hashToken(from.device);
    const known = { tokenHash: hashToken(device), formerHash, staffId: member.id, atMs };
    await store.keepDevice({ ...known, most: mostDevices });
    return { token, device, session: toSession(member, expiresAtMs) };
  }

  async function prove({ name, pin }: SignIn, from: From): Promise<StaffMember> {
    const key = nameKey(name.normalize('NFKC'));
    // Those from before names were written in one way.
    const former = nameKey(name);
    const find = async () =>
      (await store.findStaff(key)) ?? (former === key ? null : await store.findStaff(former));
    const { address } = from;
    const attempt = await attemptOf(key, (await find())?.member ?? null, from);
    await attempt.check();
    return pins.inTurn(attempt.lane, async (isRight) => {
      // Only what is compared counts, and what was missed while this waited does.
      await attempt.check();
      const found = await find();
      if ((await isRight(pin, found?.pinHash ?? null)) && found !== null) {
        attempt.forgive();
        return found.member;
      }
      log.warn({ address }, 'sign-in refused');
      if (await attempt.miss()) log.warn({ staff: found?.member.name, address }, 'name locked');
      throw new Refusal('not_signed_in', 'The name or the PIN is wrong.');
    });
  }

  return {
    open,
    prove,
    noteProof: (tokenHash, proved) => store.noteProof({ tokenHash, atMs: clock.steadyMs() }, proved),
    async signIn(who, from, act) {
      const member = await prove(who, from);
      log.info({ staff: member.name, address: from.address }, 'signed in');
      const pinIsWeak = member.id !== demoId && isWeakPin(who.pin, member.role);
      return { ...(await open(member, from, act)), pinIsWeak };
    },
    async changePin({ newPin, ...who }, from, act) {
      const before = await prove(who, from);
      const { id, role } = before;
      keepDemo(id);
      checkNewPin(newPin, role);
      if (newPin === who.pin) throw new Refusal('invalid_request', 'newPin: another one than until now');
      const member = await store.setPin(id, await pins.hash(newPin), told(act, before));
      if (member === null) throw new Refusal('not_signed_in', 'The name or the PIN is wrong.');
      log.info({ staff: member.name, address: from.address }, 'own PIN changed');
      return open(member, from);
    },
    async find(token) {
      const tokenHash = hashToken(token);
      const found = await store.findSession(tokenHash);
      if (found === null || clock.steadyMs() >= found.expiresAtMs) return null;
      const { member, expiresAtMs, provedAtMs } = found;
      const session = toSession(member, expiresAtMs, idleLock.isLocked(tokenHash, found));
      return { id: member.id, session, tokenHash, provedAtMs };
    },
    lock: (tokenHash) => store.lockSession(tokenHash),
    unlock: (tokenHash, unlocked) => store.unlockSession({ tokenHash, atMs: clock.steadyMs() }, unlocked),
    end: (tokenHash, ended) => store.endSession(tokenHash, ended),
  };
}

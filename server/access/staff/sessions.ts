// Staff who sign in with a name and a PIN, and stay signed in for a working day.
import type { Logger } from 'pino';
import type { Session, SignIn } from '../../contract/access.ts';
import { type Clock, wallTimeMs } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { AccessStore, StaffMember } from '../../store/access-store.ts';
import { createBackoff } from '../secrets/backoff.ts';
import { hashToken, nameKey, newToken } from '../secrets/tokens.ts';
import type { Pins } from './pin.ts';

/** Nobody works longer in one go; a cookie that was copied is worth no more than that. */
export const sessionLifeMs = 12 * 3_600_000;

/** For the browser; the token is stored nowhere. */
export type Opened = { token: string; session: Session };

export type SessionDeps = {
  store: AccessStore;
  clock: Clock;
  pins: Pins;
  /** What a cashier may refund and release of one payment in all, in minor units. */
  cashierRefundUpTo: number;
  /** The same in a day, of all payments. */
  cashierRefundUpToADay: number;
  log: Logger;
};

export type Sessions = {
  /** @throws Refusal `not_signed_in` for a wrong name or PIN, SlowDown after several. */
  signIn(who: SignIn, address: string): Promise<Opened>;
  /** For somebody who has just proved in another way who they are. */
  open(member: StaffMember): Promise<Opened>;
  find(token: string): Promise<{ id: string; session: Session; tokenHash: string } | null>;
  end(tokenHash: string): Promise<void>;
};

const minuteMs = 60_000;
const forEachName = { free: 5, firstMs: 1_000, mostMs: minuteMs, forgetMs: 15 * minuteMs };
/** A whole shop can share an address. */
const forEachAddress = { ...forEachName, free: 20 };

export function createSessions(deps: SessionDeps): Sessions {
  const { store, clock, pins, log } = deps;
  const names = createBackoff(clock, forEachName);
  const addresses = createBackoff(clock, forEachAddress);

  function toSession({ name, role, shop }: StaffMember, expiresAtMs: number): Session {
    const isManager = role === 'manager';
    const refundUpTo = isManager ? null : deps.cashierRefundUpTo;
    const refundUpToADay = isManager ? null : deps.cashierRefundUpToADay;
    return {
      name,
      role,
      shop,
      refundUpTo,
      refundUpToADay,
      expiresAt: new Date(wallTimeMs(expiresAtMs, clock)).toISOString(),
    };
  }

  async function open(member: StaffMember): Promise<Opened> {
    const token = newToken();
    const nowMs = clock.steadyMs();
    const expiresAtMs = nowMs + sessionLifeMs;
    const session = { tokenHash: hashToken(token), staffId: member.id, expiresAtMs, nowMs };
    await store.openSession({ ...session, atMs: clock.nowMs() });
    return { token, session: toSession(member, expiresAtMs) };
  }

  return {
    open,
    async signIn({ name, pin }, address) {
      const key = nameKey(name);
      // A name that has to wait does not slow down its address, which a whole shop may share.
      names.check(key);
      addresses.take(address);
      names.take(key);
      const found = await store.findStaff(key);
      if (!(await pins.isRight(pin, found?.pinHash ?? null)) || found === null) {
        log.warn({ address }, 'sign-in refused');
        throw new Refusal('not_signed_in', 'The name or the PIN is wrong.');
      }
      names.forgive(key);
      addresses.forgive(address);
      log.info({ staff: found.member.name, address }, 'signed in');
      return open(found.member);
    },
    async find(token) {
      const tokenHash = hashToken(token);
      const found = await store.findSession(tokenHash);
      if (found === null || clock.steadyMs() >= found.expiresAtMs) return null;
      return { id: found.member.id, session: toSession(found.member, found.expiresAtMs), tokenHash };
    },
    end: (tokenHash) => store.endSession(tokenHash),
  };
}

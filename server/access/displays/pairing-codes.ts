// The codes of tablets that have introduced themselves and wait for staff to enter them. In memory only: after a restart they ask again.
import { randomInt } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { hashToken, newToken } from '../secrets/tokens.ts';

const codeLifeMs = 5 * 60_000;
/** Anybody can ask for a code, so there are only so many at a time: more than the tablets of any morning, and few of a million codes. */
const most = 500;
/** Those of one address; a whole shop may share it. */
const mostOfAddress = 100;
/** A tablet that shows a code asks every second. */
const asksWithinMs = 10_000;

/** `expiresAtMs` is by the steady clock. */
export type Waiting = { tokenHash: string; code: string; expiresAtMs: number };

/** `group`: who its address counts as; null where addresses do not tell tablets apart. */
type Tablet = { readonly waiting: Waiting; readonly group: string | null; askedAtMs: number };

export type Pairing = {
  /** There is always room: for a new one, one goes that has stopped asking, or else is among the most of one address. */
  introduce(group: string | null): { token: string; waiting: Waiting };
  /** Asked by the tablet itself. */
  find(tokenHash: string): Waiting | null;
  /** Ends the wait of the tablet that shows this code. */
  take(code: string): Waiting | null;
  count(): number;
  /** Ends the wait of all of them: those that are still there introduce themselves again. @returns how many they were. */
  clear(): number;
};

/** @returns the one of these that asked longest ago, the first of several. */
function longestSilent(tablets: readonly Tablet[]): Tablet | undefined {
  const askedAtMs = Math.min(...tablets.map((tablet) => tablet.askedAtMs));
  return tablets.find((tablet) => tablet.askedAtMs === askedAtMs);
}

export function createPairing(clock: Pick<Clock, 'steadyMs'>): Pairing {
  /** By the hash of their secrets, in the order in which they came. */
  const tablets = new Map<string, Tablet>();

  function forgetOld(): void {
    for (const [tokenHash, { waiting }] of tablets) {
      if (clock.steadyMs() >= waiting.expiresAtMs) tablets.delete(tokenHash);
    }
  }
  const withCode = (code: string) => [...tablets.values()].find(({ waiting }) => waiting.code === code);

  function newCode(): string {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return withCode(code) === undefined ? code : newCode();
  }

  /** Who has to go for one more of this group; nobody while there is room. */
  function toGo(group: string | null): Tablet | undefined {
    const all = [...tablets.values()];
    const ofAddress = group === null ? [] : all.filter((tablet) => tablet.group === group);
    if (ofAddress.length >= mostOfAddress) return longestSilent(ofAddress);
    if (all.length < most) return undefined;
    const silent = all.filter(({ askedAtMs }) => clock.steadyMs() - askedAtMs >= asksWithinMs);
    if (silent.length > 0) return longestSilent(silent);
    const groups = [...Map.groupBy(all, (tablet) => tablet.group).values()];
    return longestSilent(groups.reduce((one, other) => (other.length > one.length ? other : one)));
  }

  return {
    introduce(group) {
      forgetOld();
      const gone = toGo(group);
      if (gone !== undefined) tablets.delete(gone.waiting.tokenHash);
      const token = newToken();
      const askedAtMs = clock.steadyMs();
      const expiresAtMs = askedAtMs + codeLifeMs;
      const waiting = { tokenHash: hashToken(token), code: newCode(), expiresAtMs };
      tablets.set(waiting.tokenHash, { waiting, group, askedAtMs });
      return { token, waiting };
    },
    find(tokenHash) {
      forgetOld();
      const tablet = tablets.get(tokenHash);
      if (tablet === undefined) return null;
      tablet.askedAtMs = clock.steadyMs();
      return tablet.waiting;
    },
    take(code) {
      forgetOld();
      const found = withCode(code);
      if (found === undefined) return null;
      tablets.delete(found.waiting.tokenHash);
      return found.waiting;
    },
    count() {
      forgetOld();
      return tablets.size;
    },
    clear() {
      forgetOld();
      const { size } = tablets;
      tablets.clear();
      return size;
    },
  };
}

// The codes of tablets that have introduced themselves and wait for staff to enter them. In memory only: after a restart they ask again.
import { randomInt } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { SlowDown } from '../../core/refusal.ts';
import { hashToken, newToken } from '../secrets/tokens.ts';

const codeLifeMs = 5 * 60_000;
/** Anybody can ask for a code, so there are only so many at a time. */
const mostWaiting = 100;

/** `expiresAtMs` is by the steady clock. */
export type Waiting = { tokenHash: string; code: string; expiresAtMs: number };

export type Pairing = {
  /** @throws SlowDown when too many wait already. */
  introduce(): { token: string; waiting: Waiting };
  find(tokenHash: string): Waiting | null;
  /** Ends the wait of the tablet that shows this code. */
  take(code: string): Waiting | null;
};

export function createPairing(clock: Pick<Clock, 'steadyMs'>): Pairing {
  const waiting = new Map<string, Waiting>();

  function forgetOld(): void {
    for (const [tokenHash, { expiresAtMs }] of waiting) {
      if (clock.steadyMs() >= expiresAtMs) waiting.delete(tokenHash);
    }
  }
  const withCode = (code: string) => [...waiting.values()].find((one) => one.code === code);

  function newCode(): string {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return withCode(code) === undefined ? code : newCode();
  }

  return {
    introduce() {
      forgetOld();
      const [oldest] = waiting.values();
      if (oldest !== undefined && waiting.size >= mostWaiting) {
        throw new SlowDown(oldest.expiresAtMs - clock.steadyMs());
      }
      const token = newToken();
      const one = {
        tokenHash: hashToken(token),
        code: newCode(),
        expiresAtMs: clock.steadyMs() + codeLifeMs,
      };
      waiting.set(one.tokenHash, one);
      return { token, waiting: one };
    },
    find(tokenHash) {
      forgetOld();
      return waiting.get(tokenHash) ?? null;
    },
    take(code) {
      forgetOld();
      const found = withCode(code);
      if (found === undefined) return null;
      waiting.delete(found.tokenHash);
      return found;
    },
  };
}

// The first manager of a new shop: the person who opens the link that the server prints at its start.
import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import { hashToken, newToken } from '../secrets/tokens.ts';

const linkLifeMs = 15 * 60_000;

export type SetUp = {
  /** @returns the token of a link that is good once, for 15 minutes; any earlier one is good no more. */
  offer(): string;
  /**
   * Uses the token up if `work` succeeds.
   * @throws Refusal `not_allowed` when there is no such token, or its time is over.
   */
  use<T>(token: string, work: () => Promise<T>): Promise<T>;
};

const same = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(hashToken(one)), Buffer.from(hashToken(other)));

export function createSetUp(clock: Pick<Clock, 'monotonicMs'>): SetUp {
  let offered: { token: string; untilMs: number } | null = null;
  return {
    offer() {
      offered = { token: newToken(), untilMs: clock.monotonicMs() + linkLifeMs };
      return offered.token;
    },
    async use(token, work) {
      const mine = offered;
      if (mine === null || !same(mine.token, token) || clock.monotonicMs() >= mine.untilMs) {
        throw new Refusal(
          'not_allowed',
          'This set-up link is used up or too old. A restart prints a new one.',
        );
      }
      // Taken away before the work begins, so that two requests at once are not both first.
      offered = null;
      try {
        return await work();
      } catch (error) {
        offered = mine;
        throw error;
      }
    },
  };
}

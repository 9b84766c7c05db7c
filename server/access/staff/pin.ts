// PINs, hashed so that even who steals the database has to try each one slowly.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { SlowDown } from '../../core/refusal.ts';

export type Cost = { N: number; r: number; p: number };

/** 16 MB and about as much time as any of the settings that OWASP's cheat sheet on password storage calls equal. */
const slow: Cost = { N: 16_384, r: 8, p: 5 };
const bytes = 32;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** @returns what to store: the cost and the salt stand in it. */
export async function hashPin(pin: string, { N, r, p }: Cost): Promise<string> {
  const salt = randomBytes(16);
  const derived = await derive(pin, salt, bytes, { N, r, p });
  return ['scrypt', N, r, p, salt.toString('base64url'), derived.toString('base64url')].join('$');
}

export type Pins = {
  /** @returns what to store. */
  hash(pin: string): Promise<string>;
  /** @param stored null when there is nobody of that name: it takes as long all the same, and is never right. */
  isRight(pin: string, stored: string | null): Promise<boolean>;
};

/** Longer than any shop's morning; who comes after them may come again in a moment. */
const mostWaiting = 20;
const comeAgainMs = 1_000;

/**
 * One at a time, so that a flood of guesses takes neither the memory nor the threads of the payments.
 * Both throw SlowDown when too many wait.
 * @param cost of the PINs that are hashed; those that are stored are compared at their own.
 */
export function createPins(cost = slow): Pins {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= mostWaiting) throw new SlowDown(comeAgainMs);
    waiting += 1;
    const mine = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = mine.catch(() => undefined);
    return mine;
  }

  const hash = async (pin: string) => inTurn(() => hashPin(pin, cost));

  return {
    hash,
    async isRight(pin, stored) {
      if (stored === null) {
        await hash(pin);
        return false;
      }
      const [, N, r, p, salt = '', expected = ''] = stored.split('$');
      const settings = { N: Number(N), r: Number(r), p: Number(p) };
      const right = Buffer.from(expected, 'base64url');
      const derived = await inTurn(() => derive(pin, Buffer.from(salt, 'base64url'), right.length, settings));
      return timingSafeEqual(derived, right);
    },
  };
}

// PINs, hashed so that even who steals the database has to try each one slowly.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createFairQueue, type Lane } from '../secrets/fair-queue.ts';

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

/** @param stored null when there is nobody of that name: it takes as long all the same, and is never right. */
export type IsRight = (pin: string, stored: string | null) => Promise<boolean>;

export type Pins = {
  /** For who may set a PIN. @returns what to store. @throws SlowDown when too many wait. */
  hash(pin: string): Promise<string>;
  /** Does `work`, which compares PINs, when it is the turn of this lane. @throws as FairQueue. */
  inTurn<T>(lane: Lane, work: (isRight: IsRight) => Promise<T>): Promise<T>;
};

/** More than sign in at once in any shop; and what the last of them waits for is still shorter than a page's patience. */
const room = { most: 40, mostOfLane: 10, comeAgainMs: 1_000 };
const ofOurs: Lane = ['known', 'a new PIN'];

/**
 * One at a time, so that a flood of guesses takes neither the memory nor the threads of the payments.
 * @param cost of the PINs that are hashed; those that are stored are compared at their own.
 */
export function createPins(cost = slow): Pins {
  const queue = createFairQueue(room);

  async function isRight(pin: string, stored: string | null): Promise<boolean> {
    if (stored === null) {
      await hashPin(pin, cost);
      return false;
    }
    const [, N, r, p, salt = '', expected = ''] = stored.split('$');
    const settings = { N: Number(N), r: Number(r), p: Number(p) };
    const right = Buffer.from(expected, 'base64url');
    return timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64url'), right.length, settings), right);
  }

  return {
    hash: (pin) => queue.run(ofOurs, () => hashPin(pin, cost)),
    inTurn: (lane, work) => queue.run(lane, () => work(isRight)),
  };
}

// PINs, hashed so that who steals the database can try none, and who steals its pepper as well has to try each one slowly.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createFairQueue, type Lane } from '../secrets/fair-queue.ts';
import type { Pepper } from '../secrets/pepper.ts';
import { type Cost, formatPin, parsePin, pinBytes } from './stored-pin.ts';

/** 16 MB and about as much time as any of the settings that OWASP's cheat sheet on password storage calls equal. */
const slow: Cost = { N: 16_384, r: 8, p: 5 };

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** @returns what to store: the cost, the salt, and which pepper is in it stand there. */
export async function hashPin(pin: string, cost: Cost, pepper: Pepper | null = null): Promise<string> {
  const salt = randomBytes(16);
  const derived = await derive(pin, salt, pinBytes, cost);
  const hash = pepper === null ? derived : pepper.mix(derived);
  return formatPin({ cost, salt, hash, pepperId: pepper === null ? null : pepper.id });
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

type PinOptions = {
  /** Of the PINs that are hashed; those that are stored are compared at their own. */
  cost?: Cost;
  /** null for none; a PIN that is stored with another one is never right. */
  pepper?: Pepper | null;
};

/**
 * One at a time, so that a flood of guesses takes neither the memory nor the threads of the payments.
 */
export function createPins({ cost = slow, pepper = null }: PinOptions = {}): Pins {
  const queue = createFairQueue(room);

  async function isRight(pin: string, stored: string | null): Promise<boolean> {
    const right = stored === null ? null : parsePin(stored);
    if (right === null) {
      await hashPin(pin, cost);
      return false;
    }
    const derived = await derive(pin, right.salt, right.hash.length, right.cost);
    if (right.pepperId === null) return timingSafeEqual(derived, right.hash);
    return right.pepperId === pepper?.id && timingSafeEqual(pepper.mix(derived), right.hash);
  }

  return {
    hash: (pin) => queue.run(ofOurs, () => hashPin(pin, cost, pepper)),
    inTurn: (lane, work) => queue.run(lane, () => work(isRight)),
  };
}

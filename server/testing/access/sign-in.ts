// Signing in, in tests: two people, whose PINs are compared without being hashed.
import pino from 'pino';
import { expect, onTestFinished } from 'vitest';
import { createFairQueue } from '../../access/secrets/fair-queue.ts';
import type { IsRight, Pins } from '../../access/staff/pin.ts';
import { createSessions } from '../../access/staff/sessions.ts';
import type { From } from '../../access/staff/sign-in-attempt.ts';
import { SlowDown } from '../../core/refusal.ts';
import { addressGroup } from '../../http/address-group.ts';
import { manualClock } from '../manual-clock.ts';
import { aStore } from '../store.ts';

export const right = { name: 'Kari', pin: '135790' };
export const wrong = { name: 'Kari', pin: '000000' };
export const here: From = { address: '192.0.2.1', device: undefined };
export const elsewhere = (i: number): From => ({ ...here, address: `198.51.100.${i}` });
export const somebody = (i: number) => ({ name: `somebody ${i}`, pin: '000000' });
const refused = { code: 'not_signed_in', message: 'The name or the PIN is wrong.' };
const locked = { code: 'not_allowed', message: expect.stringContaining('This name is locked') };

/** @param compared takes the hashes that PINs were compared with. @param mayGoOn says when the next comparison may end. */
function plainPins(compared: (string | null)[], mayGoOn: () => Promise<void>): Pins {
  const queue = createFairQueue({ most: 100, mostOfLane: 100, comeAgainMs: 1 });
  const isRight: IsRight = async (pin, stored) => {
    compared.push(stored);
    await mayGoOn();
    return stored === `of ${pin}`;
  };
  return { hash: async (pin) => `of ${pin}`, inTurn: (lane, work) => queue.run(lane, () => work(isRight)) };
}

type Options = {
  /** By default as addresses are grouped where they tell people apart. */
  groupOf?: (address: string) => string | null;
};

/** @returns the sessions of a shop in which Kari is a manager and Ola a cashier. */
export async function aSignIn({ groupOf = addressGroup }: Options = {}) {
  const clock = manualClock();
  const store = await aStore();
  onTestFinished(() => store.close());
  const logged: string[] = [];
  const compared: (string | null)[] = [];
  const log = pino({}, { write: (line: string) => void logged.push(line) });
  let held = Promise.resolve();
  const pins = plainPins(compared, () => held);
  const shared = { store: store.access, clock, pins, log };
  const sessions = createSessions({
    ...shared,
    refundLimits: () => ({ cashierRefundUpTo: 500, cashierRefundUpToADay: 5_000, refundApprovalAbove: null }),
    idleLock: { isLocked: () => false },
    groupOf,
    shops: ['oslo'],
  });

  async function hire(name: string, role: 'manager' | 'cashier', nameKey = name.toLowerCase()) {
    const member = { id: name, name, role, shop: null, createdAtMs: 0, lastSignInAtMs: null };
    await store.access.addStaff(member, { nameKey, pinHash: 'of 135790' });
  }
  await hire('Kari', 'manager');
  await hire('Ola', 'cashier');

  /** @returns for how many milliseconds a sign-in has to wait; null when it is refused for its name or PIN. */
  async function waitMs(who = wrong, from: From = here) {
    const error = await sessions.signIn(who, from).then(
      () => 'signed in',
      (error: unknown) => error,
    );
    if (error instanceof SlowDown) return error.waitMs;
    expect(error).toMatchObject(refused);
    return null;
  }
  const miss = async (times: number, who = wrong, from: (i: number) => From = () => here) => {
    for (let i = 0; i < times; i++) expect(await waitMs(who, from(i))).toBeNull();
  };
  /** Misses as often as a name may be missed in a day, each time from elsewhere. */
  const lock = (who = wrong) => miss(20, who, elsewhere);
  const isLocked = (who = right, from: From = here) =>
    expect(sessions.signIn(who, from)).rejects.toMatchObject(locked);
  /** Lets no comparison end. @returns what waits until everybody who has asked so far waits, and what lets them go on. */
  const hold = () => {
    const gate = Promise.withResolvers<void>();
    held = gate.promise;
    const settle = async () => {
      // The database answers one after the other.
      for (let turns = 0; turns < 100; turns += 1) await clock.settle();
    };
    return { settle, goOn: gate.resolve };
  };
  return { clock, store, hold, logged, compared, sessions, hire, waitMs, miss, lock, isLocked };
}

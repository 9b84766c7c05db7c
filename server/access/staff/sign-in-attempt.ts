// What somebody who signs in may try: a device that knows them has a budget of its own, which nobody else can use up.
import { hash, randomBytes } from 'node:crypto';
import { actOfNobody, tell } from '../../audit/act.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { StaffMember } from '../../store/access-store.ts';
import type { SignInStore } from '../../store/sign-in-store.ts';
import { createBackoff } from '../secrets/backoff.ts';
import type { Lane } from '../secrets/fair-queue.ts';
import { hashToken } from '../secrets/tokens.ts';
import { createNameLock } from './name-lock.ts';

const minuteMs = 60_000;
const forEachName = { free: 5, firstMs: 1_000, mostMs: minuteMs, forgetMs: 15 * minuteMs };
/** A whole shop can share an address. */
const forEachAddress = { ...forEachName, free: 20 };
/** So many wrong PINs in a row, and the device is like any other. */
const missesToForgetDevice = 20;

/** Where a sign-in comes from. `device` is the secret of the browser, if it has one; `browser` what it says that it is. */
export type From = {
  readonly address: string;
  readonly device: string | undefined;
  readonly browser?: string;
};

export type Attempt = {
  /** Whose turn it takes. */
  readonly lane: Lane;
  /** @throws SlowDown when it has to wait, Refusal `not_allowed` when the name is locked for devices that do not know it. */
  check(): Promise<void>;
  /** The PIN was wrong. @returns whether that has locked the name. */
  miss(): Promise<boolean>;
  /** The PIN was right. */
  forgive(): void;
};

export type AttemptDeps = {
  store: SignInStore;
  clock: Clock;
  /** Who an address counts as; null where addresses do not tell people apart. */
  groupOf: (address: string) => string | null;
  shops: readonly string[];
};

const aboutOf = ({ id, name, shop }: StaffMember) => ({ shop, about: name, detail: { staff: id } });

/** @returns what tells how a sign-in of this name, which is that of `member` if of anybody, may be tried. */
export function createAttempts({ store, clock, groupOf, shops }: AttemptDeps) {
  const names = createBackoff(clock, forEachName);
  const addresses = createBackoff(clock, forEachAddress);
  const devices = createBackoff(clock, forEachName);
  const locks = createNameLock(store, clock);
  const salt = randomBytes(16).toString('hex');
  const lanes = [...shops, ''];

  /** Names that nobody has wait among those of one shop, so that how long it takes says nothing. */
  function shopOf(nameKey: string, member: StaffMember | null): string {
    if (member !== null) return member.shop ?? '';
    const at = Number.parseInt(hash('sha256', salt + nameKey).slice(0, 8), 16) % lanes.length;
    return lanes[at] ?? '';
  }

  function onKnownDevice(tokenHash: string, { id, shop }: StaffMember): Attempt {
    const subject = `${tokenHash} ${id}`;
    return {
      lane: ['known', shop ?? '', tokenHash],
      check: async () => devices.check(subject),
      async miss() {
        devices.miss(subject);
        await store.countDeviceMiss(tokenHash, id, missesToForgetDevice);
        return false;
      },
      forgive: () => void devices.forgive(subject),
    };
  }

  function byStranger(nameKey: string, member: StaffMember | null, address: string): Attempt {
    const group = groupOf(address);
    const who = { nameKey, id: member?.id ?? null };
    const lockedNow = () =>
      member === null ? undefined : tell(actOfNobody('name_locked', address, clock.nowMs()), aboutOf(member));
    const subject = JSON.stringify([nameKey, group]);
    // Who has guessed from many addresses has missed from each: they do not take the turns of an address that has not.
    const hasMissed = group === null ? names.hasMissed(subject) : addresses.hasMissed(group);
    return {
      lane: [hasMissed ? 'missed' : 'new', shopOf(nameKey, member), group ?? nameKey],
      async check() {
        if (await locks.isLocked(who)) {
          const said =
            'This name is locked after too many wrong PINs. A manager can unlock it on the staff page.';
          throw new Refusal('not_allowed', said);
        }
        names.check(subject);
        if (group !== null) addresses.check(group);
      },
      async miss() {
        names.miss(subject);
        if (group !== null) addresses.miss(group);
        return locks.miss(who, lockedNow());
      },
      forgive() {
        locks.forgive(who, names.forgive(subject));
        if (group !== null) addresses.forgive(group);
      },
    };
  }

  return async (nameKey: string, member: StaffMember | null, from: From): Promise<Attempt> => {
    const tokenHash = from.device === undefined ? null : hashToken(from.device);
    const isKnown = tokenHash !== null && member !== null && (await store.knowsDevice(tokenHash, member.id));
    return isKnown ? onKnownDevice(tokenHash, member) : byStranger(nameKey, member, from.address);
  };
}

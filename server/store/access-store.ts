// What access asks of a database. Tokens and PINs are only ever stored hashed; each call is one transaction.
import type { KeyScope, Role } from '../contract/access.ts';
import type { Told } from './audit-store.ts';
import type { SignInStore } from './sign-in-store.ts';

export type StaffMember = {
  id: string;
  name: string;
  role: Role;
  /** The only one that this person may know of; null is all of them. */
  shop: string | null;
  createdAtMs: number;
  lastSignInAtMs: number | null;
};

/** Times are by the steady clock. */
export type StoredSession = {
  member: StaffMember;
  expiresAtMs: number;
  /** When the PIN was last entered on it. */
  provedAtMs: number;
  /** When somebody last worked on it, as far as that is written. */
  activeAtMs: number;
  /** Somebody has locked it: until the PIN is entered. */
  isLocked: boolean;
};
/** A session as people see it, who know nothing of its token. `activeAtMs` by the steady clock. */
export type SessionSeen = {
  id: string;
  member: StaffMember;
  tokenHash: string;
  /** By the wall clock; null is not known. */
  openedAtMs: number | null;
  activeAtMs: number;
  isLocked: boolean;
  /** Where it was opened, and with what; empty is not known. */
  address: string;
  browser: string;
};

/** `atMs` by the steady clock. */
export type OnSession = { tokenHash: string; atMs: number };

export type StoredDisplay = {
  id: string;
  till: string;
  pairedAtMs: number;
  pairedBy: string;
  lastSeenAtMs: number | null;
};

/** `shop`, `till`: the only ones that it may act for; null is all of them. A key of one till is of whatever shop has that till. */
export type StoredKey = {
  id: string;
  name: string;
  shop: string | null;
  till: string | null;
  createdAtMs: number;
  scopes: readonly KeyScope[];
  /** By the wall clock, as people have set it; null is never. */
  expiresAtMs: number | null;
  lastUsedAtMs: number | null;
  /** When the token of before the last rotation ends, by the steady clock; null when there is none. */
  oldEndsAtMs: number | null;
};

/** What a rotation changes. */
export type KeyRotation = {
  tokenHash: string;
  expiresAtMs: number | null;
  /** Until then the token that there is goes on; null ends it at once, and the one before it. */
  oldEndsAtMs: number | null;
};

/**
 * Names are told apart without regard to case: `nameKey` is what they are told apart by. What is `told` is put on record with the change,
 * if there is one.
 */
export type AccessStore = SignInStore & {
  hasStaff(): Promise<boolean>;
  listStaff(): Promise<StaffMember[]>;
  findStaff(nameKey: string): Promise<{ member: StaffMember; pinHash: string } | null>;
  /** `onlyFirst`: not when there is any staff. @returns false when the name is taken, or somebody else was first. */
  addStaff(
    member: StaffMember,
    secret: { nameKey: string; pinHash: string },
    onlyFirst?: boolean,
    told?: Told,
  ): Promise<boolean>;
  /** Ends that person's sessions too, and unlocks the name. @returns null when there is no such person. */
  setPin(id: string, pinHash: string, told?: Told): Promise<StaffMember | null>;
  /** Names of people who were removed. */
  listFormerNames(): Promise<string[]>;
  /** What the PINs of all staff are stored as. */
  listPinHashes(): Promise<string[]>;
  /** @param change of one; null leaves it as it is. Nobody is signed out. @returns whose has changed, by their names. */
  changePinHashes(change: (pinHash: string) => string | null): Promise<StaffMember[]>;
  /** Ends that person's sessions too. `last_manager`: nobody else could manage all that this one manages. */
  removeStaff(id: string, told?: Told): Promise<'removed' | 'not_found' | 'last_manager'>;

  /** Notes the sign-in, and forgets the sessions that ended before `nowMs`. Times are steady, but for `atMs`. */
  openSession(
    session: {
      tokenHash: string;
      staffId: string;
      expiresAtMs: number;
      nowMs: number;
      atMs: number;
      id: string;
      address: string;
      browser: string;
    },
    told?: Told,
  ): Promise<void>;
  /** Those that go on at `nowMs` of the steady clock, the newest work first. */
  listSessions(nowMs: number): Promise<SessionSeen[]>;
  findSession(tokenHash: string): Promise<StoredSession | null>;
  /** That the person of a session has entered their PIN, at `atMs` of the steady clock. @returns false when it has ended. */
  noteProof(proof: OnSession, told?: Told): Promise<boolean>;
  /** When somebody has worked on each of these. */
  noteActivity(activities: readonly OnSession[]): Promise<void>;
  /** @returns false when it has ended. */
  lockSession(tokenHash: string): Promise<boolean>;
  /** That the person of a session has entered their PIN and goes on. @returns false when it has ended. */
  unlockSession(unlocked: OnSession, told?: Told): Promise<boolean>;
  endSession(tokenHash: string, told?: Told): Promise<void>;

  addDisplay(display: StoredDisplay, tokenHash: string, told?: Told): Promise<void>;
  listDisplays(): Promise<StoredDisplay[]>;
  findDisplay(tokenHash: string): Promise<StoredDisplay | null>;
  sawDisplay(id: string, atMs: number): Promise<void>;
  /** @returns the display that was removed; null when there was none. */
  removeDisplay(id: string, told?: Told): Promise<StoredDisplay | null>;

  /** @returns false when the name is taken. */
  addKey(key: StoredKey, secret: { nameKey: string; tokenHash: string }, told?: Told): Promise<boolean>;
  listKeys(): Promise<StoredKey[]>;
  /** By its token, or by the one of before its last rotation: `isOld`, whether or not that has ended. `lastUsedAtMs` may be of before. */
  findKey(tokenHash: string): Promise<(StoredKey & { isOld: boolean }) | null>;
  /** @returns false when it is not as `before` any more. */
  rotateKey(
    before: Pick<StoredKey, 'id' | 'oldEndsAtMs'>,
    rotation: KeyRotation,
    told?: Told,
  ): Promise<boolean>;
  usedKey(id: string, atMs: number): Promise<void>;
  /** @returns false when there is no key of that name. */
  removeKey(nameKey: string, told?: Told): Promise<boolean>;
};

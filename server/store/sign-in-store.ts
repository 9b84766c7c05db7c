// What signing in asks of a database besides names and PINs: who is locked, and with which devices who has signed in.
import type { Told } from './audit-store.ts';

/** A name under which nobody can sign in but from devices that know it; `atMs` by the wall clock. */
export type NameLocked = { staffId: string; atMs: number };

export type SignInStore = {
  listLocked(): Promise<NameLocked[]>;
  isLocked(staffId: string): Promise<boolean>;
  /** @returns false when it was locked already, which it stays. */
  lock(locked: NameLocked, told?: Told): Promise<boolean>;
  /** @returns false when it was not locked. */
  unlock(staffId: string, told?: Told): Promise<boolean>;

  /** Whether this person has signed in with this device. */
  knowsDevice(tokenHash: string, staffId: string): Promise<boolean>;
  /**
   * Notes that this person has signed in with a device, which goes by `tokenHash` from now on; who has signed in with it before, when it
   * went by `formerHash`, still has. The devices that this person has used longest ago are forgotten when there are more than `most`.
   */
  keepDevice(device: {
    tokenHash: string;
    formerHash: string | null;
    staffId: string;
    atMs: number;
    most: number;
  }): Promise<void>;
  /** Counts a wrong PIN of this person on a device that knows them; the last of `most` in a row ends that. */
  countDeviceMiss(tokenHash: string, staffId: string, most: number): Promise<void>;
};

/** Its tables, as they are after the last migration. */
export type SignInTables = {
  /** Times are by the steady clock, but for `opened_at`. */
  sessions: {
    token_hash: string;
    staff_id: string;
    expires_at: number;
    proved_at: number;
    active_at: number;
    is_locked: 0 | 1;
    id: string;
    /** By the wall clock; null is not known. */
    opened_at: number | null;
    address: string;
    browser: string;
  };
  locked_names: { staff_id: string; locked_at: number };
  known_devices: { token_hash: string; staff_id: string; misses: number; used_at: number };
  former_names: { staff_id: string; name: string };
};

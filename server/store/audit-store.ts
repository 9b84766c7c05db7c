// What the audit log asks of a database. Entries are only ever added; old ones are removed from the beginning on.
import type { ActorKind, AuditKind } from '../contract/audit.ts';

export type Actor = {
  readonly kind: ActorKind;
  /** Stays the same when the name changes; null for who has none. */
  readonly id: string | null;
  readonly name: string;
};

/** Something that is to be put on record. Nothing in it may be a secret. */
export type Told = {
  readonly kind: AuditKind;
  readonly atMs: number;
  /** Whose it is; null is nobody's in particular. */
  readonly shop: string | null;
  readonly who: Actor;
  /** Empty for what happens on the machine of the server. */
  readonly address: string;
  /** To what it is done. */
  readonly about: string;
  readonly detail: Readonly<Record<string, string | number>>;
};

/** As it is stored, byte for byte what its hash stands for; `detail` is JSON. */
export type AuditEntry = {
  sequence: number;
  at: number;
  kind: AuditKind;
  shop: string | null;
  who_kind: ActorKind;
  who_id: string | null;
  who_name: string;
  address: string;
  about: string;
  detail: string;
  hash: string;
};

/** The last entry that was written: by it, an end that is missing shows. */
export type AuditHead = { sequence: number; hash: string };

export type AuditTables = { audit: AuditEntry; audit_head: AuditHead & { id: 1 } };

export type AuditFilter = {
  /** null for all shops'. */
  shop: string | null;
  fromMs?: number;
  toMs?: number;
  /** The id of who did it. */
  person?: string;
  kind?: AuditKind;
};

/** Where the page before has ended. */
export type AuditPosition = { at: number; sequence: number };

/** Each call is one transaction. What is told of another change is written with that change, by the store that makes it. */
export type AuditStore = {
  append(told: Told): Promise<void>;
  /** Newest first. */
  list(filter: AuditFilter, after: AuditPosition | null, limit: number): Promise<AuditEntry[]>;
  /** In the order in which they were written. @param after the number of the last entry of the page before. */
  readOn(after: number, limit: number): Promise<AuditEntry[]>;
  /** `sequence` 0 of a log without an entry. */
  readHead(): Promise<AuditHead>;
  /** The newest entry that says up to where older ones were removed; null when none ever was. */
  findAnchor(): Promise<AuditEntry | null>;
  /**
   * Puts on record up to which the oldest entries are to be removed, all written before a moment, with the hash of the last of them.
   * @param atMs when it is done. @returns how many entries that are; nothing is on record for none.
   */
  giveUp(beforeMs: number, limit: number, atMs: number): Promise<number>;
  /** Removes the oldest of the entries that were given up. @returns how many; 0 when none is left. */
  removeGivenUp(limit: number): Promise<number>;
};

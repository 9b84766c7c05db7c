// Why a database does not serve, in words that hold for any database.

/** `locked`: another program has it. `io`: it cannot be reached, or what is beneath it does not answer. */
export type StoreTrouble = 'full' | 'locked' | 'corrupt' | 'read_only' | 'io';

/** The database did not do what it was asked; nothing of a change is written. The same call works again once it is mended. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly reason: StoreTrouble;
  constructor(reason: StoreTrouble, cause: Error) {
    super(`the database is unavailable (${reason})`, { cause });
    this.reason = reason;
  }
}

/** Something with this key is there already, in the words of SQLite and of PostgreSQL. */
export const isUniqueViolation = (error: unknown) =>
  error instanceof Error && /unique constraint/i.test(error.message);

/** No server can start on this database. The message is for people: which file, and what to do about it. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}

// The database does not serve right now, in words that hold for any database.

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

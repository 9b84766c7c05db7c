import { LRUCache } from 'lru-cache';

/** The most that is kept of one kind. */
const most = 5_000;

/**
 * What was read from the database, kept for as long as it is sure to be the same: until it is forgotten because we have changed it,
 * or another program has written the database.
 */
export class VersionedCache<Value> {
  readonly #writtenElsewhere: () => number;
  /** As they are handed out: a promise that is there already costs nothing, and every screen asks every second. */
  readonly #values = new LRUCache<string, Promise<Value>>({ max: most });
  #version = Number.NaN;
  /** How often anything was forgotten; what was read across that may be old. */
  #forgotten = 0;

  readonly #keeps: (value: Value) => boolean;

  /**
   * @param writtenElsewhere a number that is another one after each write by anybody else.
   * @param keeps whether what was read may push out what was kept before.
   */
  constructor(writtenElsewhere: () => number, keeps: (value: Value) => boolean = () => true) {
    this.#writtenElsewhere = writtenElsewhere;
    this.#keeps = keeps;
  }

  get(key: string, read: () => Promise<Value>): Promise<Value> {
    const version = this.#writtenElsewhere();
    if (version !== this.#version) this.clear();
    this.#version = version;
    return this.#values.get(key) ?? this.#read(key, read);
  }

  forget(key: string): void {
    this.#forgotten += 1;
    this.#values.delete(key);
  }

  clear(): void {
    this.#forgotten += 1;
    this.#values.clear();
  }

  async #read(key: string, read: () => Promise<Value>): Promise<Value> {
    const forgotten = this.#forgotten;
    const value = await read();
    const isSure = forgotten === this.#forgotten;
    if (isSure && this.#keeps(value)) this.#values.set(key, Promise.resolve(value));
    return value;
  }
}

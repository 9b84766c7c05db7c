// Single environment variables, each with the sentence that says what is wrong with it.
import { isLoopback } from '../core/loopback.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** Reads variables one by one and keeps what is wrong with them. */
export class EnvReader {
  readonly problems: string[] = [];
  /** All that have been read, whether or not they are set: there is no other list of what is known. */
  readonly known = new Set<string>();
  /** Those of `known` that a shop may have for itself, with its name at the end. */
  readonly #ofShops = new Set<string>();
  readonly #env: Env;
  constructor(env: Env) {
    this.#env = env;
  }

  text(name: string): string | undefined {
    this.known.add(name);
    return this.#env[name]?.trim() || undefined;
  }

  /** The ending of a variable that is one of these, for all shops or for one: `''` or such as `_OSLO`; undefined for another variable. */
  #ending(name: string, plain: Iterable<string>): string | undefined {
    for (const one of plain) if (name === one || name.startsWith(`${one}_`)) return name.slice(one.length);
    return undefined;
  }

  /** Those of these variables that are set to something, for all shops or for one, by their names and endings. */
  ofShops(plain: readonly string[]): { name: string; ending: string }[] {
    for (const name of plain) {
      this.known.add(name);
      this.#ofShops.add(name);
    }
    return Object.keys(this.#env).flatMap((name) => {
      const ending = this.#ending(name, plain);
      return ending === undefined || !this.#env[name]?.trim() ? [] : [{ name, ending }];
    });
  }

  /** Variables of ours that only another program of ours reads. */
  leaveToOthers(...names: string[]): void {
    for (const name of names) this.known.add(name);
  }

  /** Whether something is or would be read under this name. */
  knows(name: string): boolean {
    return this.known.has(name) || this.#ending(name, this.#ofShops) !== undefined;
  }

  wrong(name: string, holds: string | undefined, accepts: string): void {
    this.problems.push(
      `${name} ${holds === undefined ? 'is not set' : `is "${holds}"`}; it accepts ${accepts}.`,
    );
  }

  choice<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
    const value = this.text(name) ?? otherwise;
    if (choices.some((choice) => choice === value)) return value as T;
    this.wrong(name, value, choices.join(' or '));
    return otherwise;
  }

  port(name: string, otherwise: number): number {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
    this.wrong(name, value, 'a port number, 0-65535 (0: any free one)');
    return otherwise;
  }

  short(name: string): string {
    const value = this.text(name) ?? 'tillside';
    if (!/^[\x21-\x7e]{1,30}$/.test(value)) this.wrong(name, value, 'at most 30 characters without spaces');
    return value;
  }

  /** Host names in lower case, each perhaps with a port, or `*.` before it for all below; undefined when not set. */
  hosts(name: string): string[] | undefined {
    const value = this.text(name);
    const hosts = value?.split(',').map((host) => host.trim().toLowerCase());
    const known = hosts?.every((host) =>
      /^(\*\.)?([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/.test(host),
    );
    if (known === false) {
      this.wrong(name, value, 'hosts separated by commas, such as qr.vipps.no, *.vipps.no or 127.0.0.1:3001');
    }
    return hosts;
  }

  url(name: string, value: string | undefined, plainLoopback: boolean): URL | null {
    const url = value !== undefined && URL.canParse(value) ? new URL(value) : null;
    const plain = plainLoopback && url?.protocol === 'http:' && isLoopback(url.hostname);
    if (url !== null && (url.protocol === 'https:' || plain) && url.username === '' && url.password === '') {
      return url;
    }
    // A URL can carry a password: it is not repeated.
    const holds = value === undefined ? undefined : (url?.protocol ?? 'not a URL');
    this.wrong(name, holds, `an https address${plainLoopback ? ', or http on a loopback one' : ''}`);
    return null;
  }
}

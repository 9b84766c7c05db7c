// API keys: how programs such as a POS get in.
import { randomUUID } from 'node:crypto';
import { type Act, tell } from '../audit/act.ts';
import type { KeyScope } from '../contract/access.ts';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import type { AccessStore, StoredKey } from '../store/access-store.ts';
import type { Scope } from './policy.ts';
import { hashToken, nameKey, newToken } from './secrets/tokens.ts';

/** `isOver`: it is known, and opens nothing: the key has expired, or this token was replaced and its overlap is over. */
export type FoundKey = { readonly key: StoredKey; readonly isOver: boolean };

export type NewKey = Scope & { readonly scopes: readonly KeyScope[]; readonly expiresAtMs: number | null };

/** `overlapMs`: for how long the token of before goes on. `expiresAtMs`: undefined leaves it as it is. */
export type Rotation = { readonly overlapMs: number; readonly expiresAtMs?: number | undefined };

export type Keys = {
  /**
   * @returns the token, which is stored nowhere.
   * @throws Refusal `wrong_state` when the name is taken, `invalid_request` for an expiry that has passed.
   */
  add(name: string, key: NewKey, act?: Act): Promise<string>;
  list(): Promise<StoredKey[]>;
  find(token: string): Promise<FoundKey | null>;
  /**
   * @returns a new token of the same key.
   * @throws Refusal `not_found`; `wrong_state` while an overlap is under way, unless this one ends all tokens of before;
   * `invalid_request` as `add`, also for a key that has expired and gets no new expiry.
   */
  rotate(name: string, rotation: Rotation, act?: Act): Promise<string>;
  /** @throws Refusal `not_found`. */
  remove(name: string, act?: Act): Promise<void>;
};

type KeyClock = Pick<Clock, 'nowMs' | 'steadyMs'>;

/** An expiry is a date of the calendar: by the wall clock. */
export const hasExpired = ({ expiresAtMs }: Pick<StoredKey, 'expiresAtMs'>, clock: Pick<Clock, 'nowMs'>) =>
  expiresAtMs !== null && clock.nowMs() >= expiresAtMs;

const hasOldToken = ({ oldEndsAtMs }: StoredKey, clock: KeyClock) =>
  oldEndsAtMs !== null && clock.steadyMs() < oldEndsAtMs;

function checkExpiry(key: Pick<StoredKey, 'expiresAtMs'>, clock: KeyClock): void {
  if (hasExpired(key, clock)) {
    throw new Refusal('invalid_request', 'A key has to expire in the future, or not at all.');
  }
}

/** The token of before lives no longer than it would have without the rotation. @returns null when it ends at once. */
function endOfOld({ expiresAtMs }: StoredKey, overlapMs: number, clock: KeyClock): number | null {
  const leftMs = Math.min(overlapMs, (expiresAtMs ?? Number.POSITIVE_INFINITY) - clock.nowMs());
  return leftMs > 0 ? clock.steadyMs() + leftMs : null;
}

const toldOf = (act: Act | undefined, { id, name, shop, till, scopes }: StoredKey) => {
  const may = { key: id, scopes: scopes.join(',') };
  return tell(act, { shop, about: name, detail: till === null ? may : { ...may, till } });
};

export function createKeys(store: AccessStore, clock: KeyClock): Keys {
  const noSuchKey = (name: string) => new Refusal('not_found', `There is no key called ${name}.`);

  return {
    async add(name, { shop, till, scopes, expiresAtMs }, act) {
      checkExpiry({ expiresAtMs }, clock);
      const token = newToken();
      const when = { createdAtMs: clock.nowMs(), expiresAtMs, lastUsedAtMs: null, oldEndsAtMs: null };
      const key = { id: randomUUID(), name, shop, till, scopes, ...when };
      const secret = { nameKey: nameKey(name), tokenHash: hashToken(token) };
      const isIn = await store.addKey(key, secret, toldOf(act, key));
      if (!isIn) throw new Refusal('wrong_state', `There is a key called ${name} already.`);
      return token;
    },
    list: () => store.listKeys(),
    async find(token) {
      const key = await store.findKey(hashToken(token));
      if (key === null) return null;
      return { key, isOver: hasExpired(key, clock) || (key.isOld && !hasOldToken(key, clock)) };
    },
    async rotate(name, { overlapMs, expiresAtMs: wanted }, act) {
      const key = (await store.listKeys()).find((one) => nameKey(one.name) === nameKey(name));
      if (key === undefined) throw noSuchKey(name);
      const expiresAtMs = wanted ?? key.expiresAtMs;
      checkExpiry({ expiresAtMs }, clock);
      if (overlapMs > 0 && hasOldToken(key, clock)) {
        throw new Refusal(
          'wrong_state',
          `${key.name} was rotated a while ago, and its token of before still goes on. An overlap of 0 ends both.`,
        );
      }
      const token = newToken();
      const oldEndsAtMs = endOfOld(key, overlapMs, clock);
      const rotation = { tokenHash: hashToken(token), expiresAtMs, oldEndsAtMs };
      const isDone = await store.rotateKey(key, rotation, toldOf(act, key));
      if (!isDone) throw new Refusal('wrong_state', `${key.name} was changed meanwhile.`);
      return token;
    },
    async remove(name, act) {
      const key = (await store.listKeys()).find((one) => nameKey(one.name) === nameKey(name));
      if (key === undefined || !(await store.removeKey(nameKey(name), toldOf(act, key))))
        throw noSuchKey(name);
    },
  };
}

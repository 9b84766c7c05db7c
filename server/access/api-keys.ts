// API keys: how programs such as a POS get in.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import type { AccessStore, StoredKey } from '../store/access-store.ts';
import type { Scope } from './policy.ts';
import { hashToken, nameKey, newToken } from './secrets/tokens.ts';

export type Keys = {
  /** @returns the key itself, which is stored nowhere. @throws Refusal `wrong_state` when the name is taken. */
  add(name: string, scope: Scope): Promise<string>;
  list(): Promise<StoredKey[]>;
  find(token: string): Promise<StoredKey | null>;
  /** @throws Refusal `not_found`. */
  revoke(name: string): Promise<void>;
};

export function createKeys(store: AccessStore, clock: Pick<Clock, 'nowMs'>): Keys {
  return {
    async add(name, { shop, till }) {
      const token = newToken();
      const key = { id: randomUUID(), name, shop, till, createdAtMs: clock.nowMs() };
      const isIn = await store.addKey(key, { nameKey: nameKey(name), tokenHash: hashToken(token) });
      if (!isIn) throw new Refusal('wrong_state', `There is a key called ${name} already.`);
      return token;
    },
    list: () => store.listKeys(),
    find: (token) => store.findKey(hashToken(token)),
    async revoke(name) {
      if (!(await store.removeKey(nameKey(name)))) {
        throw new Refusal('not_found', `There is no key called ${name}.`);
      }
    },
  };
}

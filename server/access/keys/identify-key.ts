// Which program sends a request: by the API key that it holds.

import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../core/refusal.ts';
import { perChange, type Tills } from '../../core/tills.ts';
import type { StoredKey } from '../../store/access-store.ts';
import type { Keys } from '../api-keys.ts';
import { isWithin, type Principal, placesOf, type Scope } from '../policy.ts';
import { perSecondFor, type RateLimit } from './rate-limit.ts';

export type IdentifyKeyDeps = {
  keys: Pick<Keys, 'find'>;
  tills: Tills;
  rateLimit: RateLimit;
  /** A key that opens was used. */
  onUse: (id: string) => void;
  /** A key, or a token of before its rotation, was tried that is over. */
  onOver: (key: StoredKey) => void;
};

export const unknownKey = () => new Refusal('not_signed_in', 'This API key is not known.');

/** @returns the tills that a key may act for, counted once for each scope. */
function countTills(tills: Tills): (scope: Scope) => number {
  const countsOf = perChange(tills, () => new Map<string, number>());
  return (scope) => {
    const counts = countsOf();
    const name = JSON.stringify([scope.shop, scope.till]);
    const known = counts.get(name);
    if (known !== undefined) return known;
    const count = tills.list().filter(({ id, shop }) => isWithin(scope, { shop, till: id })).length;
    counts.set(name, count);
    return count;
  };
}

/**
 * @returns who holds the key; a Refusal for one that is over, which is answered as one that is not known but is no guess, and for
 * one that asks too often; null for a key that is not known.
 */
export function createIdentifyKey({ keys, tills, rateLimit, onUse, onOver }: IdentifyKeyDeps) {
  const placeOf = placesOf(tills);
  const tillsOf = countTills(tills);

  return async (
    request: Pick<IncomingMessage, 'headers'>,
    authorization: string,
  ): Promise<Principal | Refusal | null> => {
    const [, token] = /^Bearer +([\w-]{43})$/i.exec(authorization) ?? [];
    const found = token === undefined ? null : await keys.find(token);
    if (found === null) return null;
    const { id, name, till, scopes } = found.key;
    const scope = { shop: found.key.shop ?? (till === null ? null : placeOf(till).shop), till };
    // Whoever still holds an old token uses up nothing of the new one's.
    const subject = found.isOver ? `${id}, over` : id;
    const slowed = rateLimit.take(request, subject, perSecondFor(tillsOf(scope)));
    if (slowed !== null) return slowed;
    if (found.isOver) {
      onOver(found.key);
      return unknownKey();
    }
    onUse(id);
    return { kind: 'key', id, name, scope, scopes };
  };
}

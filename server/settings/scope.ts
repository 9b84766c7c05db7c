import { type Principal, scopeOf } from '../access/policy.ts';
import { Refusal } from '../core/refusal.ts';

/** @throws Refusal `not_allowed` for another shop than that of the caller, whether or not there is one. */
export function checkShopOf(principal: Principal, shop: string): void {
  const { shop: only } = scopeOf(principal);
  if (only !== null && only !== shop) throw new Refusal('not_allowed', 'You may not do this.');
}

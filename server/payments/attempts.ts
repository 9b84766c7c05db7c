// A sale that is tried again gets a reference of its own.
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import { attemptReference, mostAttempts } from './reference.ts';
import type { Payment } from './types.ts';

/**
 * The reference under which a sale of this name is tried next, and the last try before it.
 * @throws Refusal `wrong_state` when it has been tried too often.
 */
export async function nextAttempt(
  store: Pick<Store, 'find'>,
  base: string,
): Promise<{ reference: string; last: Payment | null }> {
  let last: Payment | null = null;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const reference = attemptReference(base, attempt);
    const found = await store.find(reference);
    if (found === null) return { reference, last };
    last = found;
  }
  throw new Refusal('wrong_state', `The sale ${base} has been tried ${mostAttempts} times.`);
}

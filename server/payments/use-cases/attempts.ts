// A sale that is tried again gets a reference of its own.
import { Refusal } from '../../core/refusal.ts';
import type { Store } from '../../store/store.ts';
import { withUnit } from '../../vipps/order-id.ts';
import { attemptReference, lastSuffix, mostAttempts } from '../payment/reference.ts';
import type { Payment } from '../payment/types.ts';

export type NextAttempt = {
  reference: string;
  attempt: number;
  /** The last try before it. */
  last: Payment | null;
};

/** The name of a sale is one sale for its sales unit only: other units may use the same. */
type Sale = Pick<Payment, 'msn' | 'base'>;

/**
 * The reference under which a sale is tried next. A caller may have given another sale the name that a suffix would make: that
 * suffix is passed over.
 * @throws Refusal `wrong_state` when it has been tried too often.
 */
export async function nextAttempt(
  store: Pick<Store, 'findTries' | 'findNamed'>,
  { msn, base }: Sale,
): Promise<NextAttempt> {
  const tries = await store.findTries(msn, base);
  const last = tries.at(-1) ?? null;
  const first = (last?.attempt ?? 0) + 1;
  for (let attempt = first; attempt <= lastSuffix && tries.length < mostAttempts; attempt += 1) {
    const orderId = attemptReference(base, attempt);
    const named = await store.findNamed(orderId);
    if (named.some((payment) => payment.msn === msn)) continue;
    const isFree = named.every(({ reference }) => reference !== orderId);
    return { reference: isFree ? orderId : withUnit(orderId, msn), attempt, last };
  }
  throw new Refusal('wrong_state', `The sale ${base} has been tried ${mostAttempts} times.`);
}

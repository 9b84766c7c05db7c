import { isWithin, type Principal, scopeOf } from '../../access/policy.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Store } from '../../store/store.ts';
import type { Payment } from '../payment/types.ts';

/** A request for one payment: its name in the path, and who asks. */
export type AskedPayment = {
  readonly params: { readonly reference: string };
  readonly principal: Principal;
};

/**
 * The payment in the path of a request, if the caller may know of it: another till's, or shop's, is as unknown as one that
 * never was. A caller of one shop finds its own by the name that Vipps knows it by, also where another shop uses the same.
 * @throws Refusal `not_found`.
 */
export async function findPayment(
  { params: { reference: name }, principal }: AskedPayment,
  store: Pick<Store, 'find' | 'findNamed'>,
): Promise<Payment> {
  const scope = scopeOf(principal);
  const payment = await store.find(name);
  if (payment !== null && isWithin(scope, payment)) return payment;
  const [own, another] = (await store.findNamed(name)).filter((one) => isWithin(scope, one));
  if (own === undefined || another !== undefined) {
    throw new Refusal('not_found', `There is no payment ${name}.`);
  }
  return own;
}

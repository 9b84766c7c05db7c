import type { Request, Response } from 'express';
import { isWithin, reachOf } from '../access/caller.ts';
import { callerOf } from '../access/door.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import type { Payment } from './types.ts';

/**
 * The payment in the address of a request, if the caller may know of it: another till's, or shop's, is as unknown as one that
 * never was. @throws Refusal `not_found`.
 */
export async function paymentNamed(
  request: Request,
  response: Response,
  store: Pick<Store, 'find'>,
): Promise<Payment> {
  const reference = String(request.params['reference']);
  const payment = await store.find(reference);
  if (payment === null || !isWithin(reachOf(callerOf(response)), payment)) {
    throw new Refusal('not_found', `There is no payment ${reference}.`);
  }
  return payment;
}

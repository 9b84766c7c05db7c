import type { Request } from 'express';
import type { TillView } from '../contract/payments.ts';
import { Refusal } from '../core/refusal.ts';

/** The till in the address of a request. @throws Refusal `not_found`. */
export function findTill(request: Request, tills: readonly TillView[]): TillView {
  const id = String(request.params['till']);
  const found = tills.find((till) => till.id === id);
  if (found === undefined) throw new Refusal('not_found', `There is no till ${id}.`);
  return found;
}

import type { TillView } from '../contract/payments.ts';
import { Refusal } from '../core/refusal.ts';

/** The till in the path of a request. @throws Refusal `not_found`. */
export function findTill(id: string, tills: readonly TillView[]): TillView {
  const found = tills.find((till) => till.id === id);
  if (found === undefined) throw new Refusal('not_found', `There is no till ${id}.`);
  return found;
}

/** @returns the shops of these tills, each once. */
export const shopsOf = (tills: readonly { readonly shop: string }[]): string[] => [
  ...new Set(tills.map(({ shop }) => shop)),
];

// The tills as they are at the moment: managers add, rename and retire them while the server runs.
import type { TillView } from '../contract/payments.ts';
import { Refusal } from './refusal.ts';

export type Tills = {
  /** Those that sell. Another array after each change, the same one in between. */
  list(): readonly TillView[];
  find(id: string): TillView | undefined;
  /** Whose it is, also of one that has been retired; null for one that there never was. */
  shopOf(id: string): string | null;
};

/** Whose a till is that does not sell any more. */
export type RetiredTill = { readonly id: string; readonly shop: string };

/** Tills that stay as they are. */
export function tillsOf(sell: readonly TillView[], retired: readonly RetiredTill[] = []): Tills {
  const byId = new Map(sell.map((till) => [till.id, till]));
  const shops = new Map([...retired, ...sell].map(({ id, shop }) => [id, shop]));
  return {
    list: () => sell,
    find: (id) => byId.get(id),
    shopOf: (id) => shops.get(id) ?? null,
  };
}

/** @returns what `make` makes of the tills, made anew after each change of them. */
export function perChange<T>(tills: Pick<Tills, 'list'>, make: (sell: readonly TillView[]) => T): () => T {
  let of: readonly TillView[] | null = null;
  let made: T;
  return () => {
    const sell = tills.list();
    if (sell !== of) made = make(sell);
    of = sell;
    return made;
  };
}

/** The till in the path of a request. @throws Refusal `not_found`. */
export function findTill(id: string, tills: Pick<Tills, 'find'>): TillView {
  const found = tills.find(id);
  if (found === undefined) throw new Refusal('not_found', `There is no till ${id}.`);
  return found;
}

/** @returns those of a shop that sell. */
export const inShop = (tills: Pick<Tills, 'list'>, shop: string) =>
  tills.list().filter((till) => till.shop === shop);

/** @returns the shops of these tills, each once. */
export const shopsOf = (tills: readonly { readonly shop: string }[]): string[] => [
  ...new Set(tills.map(({ shop }) => shop)),
];

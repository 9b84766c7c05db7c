import type { TillView } from '../../server/contract/payments.ts';

/** A shop on the report: what it is called, and its number and address as far as they are known. */
export type ShopName = { readonly shop: string; readonly name: string; readonly about: string };

type Till = Pick<TillView, 'shop' | 'seller'>;

/** The shops of these tills, each once. One that says no name of its own is told from others by its id; alone it needs none. */
export function shopsOf(tills: readonly Till[]): ShopName[] {
  const shops = new Map(tills.map(({ shop, seller }) => [shop, seller]));
  return [...shops].flatMap(([shop, seller]) => {
    const name = seller?.name ?? (shops.size > 1 ? shop : '');
    const about = [seller?.registration, seller?.address].filter((part) => part != null).join(' · ');
    return name === '' && about === '' ? [] : [{ shop, name, about }];
  });
}

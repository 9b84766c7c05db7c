// The terms that a shop keeps for its next subscriber, so that nobody has to type them at the till.
import { randomUUID } from 'node:crypto';
import { type Act, tell } from '../audit/act.ts';
import type { NewAgreement, ProductView, TillView } from '../contract/payments.ts';
import type { Clock } from '../core/clock.ts';
import { Refusal } from '../core/refusal.ts';
import { wantedAgreement } from '../payments/payment/new-payment.ts';
import type { ProductStore } from '../store/product-store.ts';

/** More than anybody finds their way in. */
export const mostProducts = 200;

/** Products are those of the shop of a till. */
export type Products = {
  /** By name, as the till's language sorts. */
  list(till: TillView): Promise<ProductView[]>;
  /**
   * @throws Refusal `invalid_request` for another currency than the till's, `not_allowed` for a till without subscriptions,
   * `wrong_state` when the shop has as many as it may.
   */
  add(till: TillView, terms: NewAgreement, act?: Act): Promise<ProductView>;
  /** Who subscribed to it stays a subscriber. @throws Refusal `not_found`. */
  remove(till: TillView, id: string, act?: Act): Promise<void>;
};

export function createProducts(store: ProductStore, clock: Pick<Clock, 'nowMs'>): Products {
  return {
    async list({ shop, locale }) {
      const { compare } = new Intl.Collator(locale, { numeric: true });
      const products = (await store.listProducts(shop)).map(({ id, terms }) => ({ id, ...terms }));
      return products.sort((a, b) => compare(a.product.name, b.product.name));
    },

    async add(till, terms, act) {
      // What could not be sold here is not kept either.
      wantedAgreement(till, terms);
      const id = randomUUID();
      const product = { id, shop: till.shop, terms, createdAtMs: clock.nowMs() };
      const told = tell(act, { shop: till.shop, about: terms.product.name, detail: { product: id } });
      if (await store.addProduct(product, mostProducts, told)) return { id, ...terms };
      throw new Refusal('wrong_state', `A shop keeps ${mostProducts} products. Remove one first.`);
    },

    async remove({ shop }, id, act) {
      const product = (await store.listProducts(shop)).find((one) => one.id === id);
      const about = product?.terms.product.name ?? '';
      if (await store.removeProduct(shop, id, tell(act, { shop, about, detail: { product: id } }))) return;
      throw new Refusal('not_found', 'There is no such product.');
    },
  };
}

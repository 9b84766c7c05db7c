// What every store must do about products, whatever database is behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewAgreement } from '../../contract/agreements.ts';
import type { ProductStore, StoredProduct } from '../../store/product-store.ts';
import type { Store } from '../../store/store.ts';

const amount = { value: 19_900, currency: 'NOK' as const };
const terms: NewAgreement = {
  product: { name: 'Månedskort', description: 'All coffee' },
  pricing: { amount },
  interval: { unit: 'MONTH', count: 1 },
  initialCharge: { amount, description: 'First month' },
};
const aProduct = (id: string, bent: Partial<StoredProduct> = {}): StoredProduct => ({
  id,
  shop: 'oslo',
  terms,
  createdAtMs: 1_795_423_921_090,
  ...bent,
});
const plenty = 200;

/** @param open gives an empty store. */
export function productContract(open: () => Promise<Store & { readonly products: ProductStore }>): void {
  describe('products', () => {
    let store: Awaited<ReturnType<typeof open>>;
    let products: ProductStore;
    beforeEach(async () => {
      store = await open();
      products = store.products;
    });
    afterEach(() => store.close());

    it('keeps every field, in the order in which they were added', async () => {
      const later = aProduct('a', { createdAtMs: 2 });
      const { initialCharge: _, ...plain } = terms;
      const sooner = aProduct('b', { createdAtMs: 1, terms: plain });
      for (const one of [later, sooner]) expect(await products.addProduct(one, plenty)).toBe(true);
      expect(await products.listProducts('oslo')).toEqual([sooner, later]);
    });

    it('[P8] gives a shop its own, and lets it remove no other', async () => {
      const theirs = aProduct('theirs', { shop: 'bergen' });
      await products.addProduct(theirs, plenty);
      expect(await products.listProducts('oslo')).toEqual([]);
      expect(await products.removeProduct('oslo', theirs.id)).toBe(false);
      expect(await products.listProducts('bergen')).toEqual([theirs]);
    });

    it('removes one, once', async () => {
      for (const id of ['a', 'b']) await products.addProduct(aProduct(id), plenty);
      expect(await products.removeProduct('oslo', 'a')).toBe(true);
      expect(await products.removeProduct('oslo', 'a')).toBe(false);
      expect(await products.listProducts('oslo')).toEqual([aProduct('b')]);
    });

    it('takes so many of each shop, also of those that come at once', async () => {
      const tries = ['a', 'b', 'c'].map((id) => products.addProduct(aProduct(id), 2));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(2);
      expect(await products.listProducts('oslo')).toHaveLength(2);
      expect(await products.addProduct(aProduct('d', { shop: 'bergen' }), 2)).toBe(true);
    });
  });
}

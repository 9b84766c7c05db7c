// What products ask of a database: the terms that a shop keeps for the next subscriber.
import type { NewAgreement } from '../contract/agreements.ts';

export type StoredProduct = { id: string; shop: string; terms: NewAgreement; createdAtMs: number };

/** Each call is one transaction. */
export type ProductStore = {
  /** Those of a shop, in the order in which they were added. */
  listProducts(shop: string): Promise<StoredProduct[]>;
  /** @returns false when the shop has `most` of them already. */
  addProduct(product: StoredProduct, most: number): Promise<boolean>;
  /** @returns false when the shop has no such product. */
  removeProduct(shop: string, id: string): Promise<boolean>;
};

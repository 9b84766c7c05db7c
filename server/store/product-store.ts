// What products ask of a database: the terms that a shop keeps for the next subscriber.
import type { NewAgreement } from '../contract/agreements.ts';
import type { Told } from './audit-store.ts';

export type StoredProduct = { id: string; shop: string; terms: NewAgreement; createdAtMs: number };

/** Each call is one transaction. What is `told` is put on record with the change, if there is one. */
export type ProductStore = {
  /** Those of a shop, in the order in which they were added. */
  listProducts(shop: string): Promise<StoredProduct[]>;
  /** @returns false when the shop has `most` of them already. */
  addProduct(product: StoredProduct, most: number, told?: Told): Promise<boolean>;
  /** @returns false when the shop has no such product. */
  removeProduct(shop: string, id: string, told?: Told): Promise<boolean>;
};

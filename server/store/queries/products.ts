// Products, in the SQL that SQLite and PostgreSQL share.
import type { Kysely } from 'kysely';
import type { ProductStore, StoredProduct } from '../product-store.ts';
import type { Tables } from '../tables.ts';
import { changeAndRecord } from './audit.ts';

const toProduct = ({ id, shop, terms, created_at }: Tables['products']): StoredProduct => ({
  id,
  shop,
  terms: JSON.parse(terms),
  createdAtMs: created_at,
});

export function createProductQueries(db: Kysely<Tables>): ProductStore {
  const productsOf = (on: Kysely<Tables>, shop: string) =>
    on.selectFrom('products').selectAll().where('shop', '=', shop);
  return {
    async listProducts(shop) {
      const rows = await productsOf(db, shop).orderBy('created_at').orderBy('id').execute();
      return rows.map(toProduct);
    },

    addProduct: ({ id, shop, terms, createdAtMs }, most, told) =>
      changeAndRecord(db, told, async (trx) => {
        if ((await productsOf(trx, shop).limit(most).execute()).length >= most) return false;
        const row = { id, shop, terms: JSON.stringify(terms), created_at: createdAtMs };
        await trx.insertInto('products').values(row).execute();
        return true;
      }),

    removeProduct: (shop, id, told) =>
      changeAndRecord(db, told, async (trx) => {
        const one = trx.deleteFrom('products').where('shop', '=', shop).where('id', '=', id);
        return (await one.executeTakeFirst()).numDeletedRows > 0n;
      }),
  };
}

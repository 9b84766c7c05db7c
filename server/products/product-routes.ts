// HTTP <-> the products of a till's shop.
import type { Logger } from 'pino';
import { byOf } from '../access/policy.ts';
import { type Route, route } from '../access/route.ts';
import { newProductSchema, productListSchema, productSchema } from '../contract/payments.ts';
import { findTill, type Tills } from '../core/tills.ts';
import type { Products } from './products.ts';

export type ProductRoutesDeps = {
  products: Products;
  tills: Tills;
  log: Logger;
};

export function createProductRoutes({ products, tills, log }: ProductRoutesDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/tills/{till}/products',
      operationId: 'listProducts',
      summary: 'The products of its shop, by name',
      access: 'see_products',
      success: { status: 200, schema: productListSchema },
      errors: ['not_found'],
      handle: async ({ params }) => ({ products: await products.list(findTill(params.till, tills)) }),
    }),
    route({
      method: 'post',
      path: '/api/tills/{till}/products',
      operationId: 'addProduct',
      summary: 'Save the terms of a product',
      access: 'manage_products',
      audit: 'product_added',
      body: newProductSchema,
      success: { status: 201, schema: productSchema },
      errors: ['amount_out_of_range', 'not_found', 'wrong_state'],
      async handle({ params, principal, body, act }) {
        const till = findTill(params.till, tills);
        const added = await products.add(till, body, act);
        log.info({ shop: till.shop, product: added.id, by: byOf(principal) }, 'product added');
        return added;
      },
    }),
    route({
      method: 'delete',
      path: '/api/tills/{till}/products/{id}',
      operationId: 'removeProduct',
      summary: 'Remove it',
      access: 'manage_products',
      audit: 'product_removed',
      success: { status: 204 },
      errors: ['not_found'],
      async handle({ params: { till: at, id }, principal, act }) {
        const till = findTill(at, tills);
        await products.remove(till, id, act);
        log.info({ shop: till.shop, product: id, by: byOf(principal) }, 'product removed');
        return undefined;
      },
    }),
  ];
}

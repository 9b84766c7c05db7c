// HTTP <-> the products of a till's shop.
import { Router } from 'express';
import type { Logger } from 'pino';
import { type Authorizer, principalOf } from '../access/authorize.ts';
import { findTill } from '../access/find-till.ts';
import { byOf } from '../access/policy.ts';
import { newProductSchema, type TillView } from '../contract/payments.ts';
import { validate } from '../http/errors.ts';
import type { Products } from './products.ts';

export type ProductRoutesDeps = {
  products: Products;
  tills: readonly TillView[];
  authorizer: Authorizer;
  log: Logger;
};

export function createProductRoutes({ products, tills, authorizer, log }: ProductRoutesDeps): Router {
  const router = Router();

  router.get('/tills/:till/products', authorizer.requires('charge'), async (request, response) => {
    response.json({ products: await products.list(findTill(request, tills)) });
  });

  router.post('/tills/:till/products', authorizer.requires('manage_products'), async (request, response) => {
    const till = findTill(request, tills);
    const added = await products.add(till, validate(newProductSchema, request.body));
    log.info({ shop: till.shop, product: added.id, by: byOf(principalOf(response)) }, 'product added');
    response.status(201).json(added);
  });

  router.delete(
    '/tills/:till/products/:id',
    authorizer.requires('manage_products'),
    async (request, response) => {
      const till = findTill(request, tills);
      const id = String(request.params['id']);
      await products.remove(till, id);
      log.info({ shop: till.shop, product: id, by: byOf(principalOf(response)) }, 'product removed');
      response.status(204).end();
    },
  );

  return router;
}

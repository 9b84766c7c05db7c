// HTTP <-> the products of a till's shop.
import { Router } from 'express';
import type { Logger } from 'pino';
import { callerOf, type Door } from '../access/authorize.ts';
import { tillNamed } from '../access/find-till.ts';
import { byOf } from '../access/policy.ts';
import { newProductSchema, type TillView } from '../contract/payments.ts';
import { validate } from '../http/errors.ts';
import type { Products } from './products.ts';

export type ProductRoutesDeps = {
  products: Products;
  tills: readonly TillView[];
  door: Door;
  log: Logger;
};

export function createProductRoutes({ products, tills, door, log }: ProductRoutesDeps): Router {
  const router = Router();

  router.get('/tills/:till/products', door.may('charge'), async (request, response) => {
    response.json({ products: await products.list(tillNamed(request, tills)) });
  });

  router.post('/tills/:till/products', door.may('manage_products'), async (request, response) => {
    const till = tillNamed(request, tills);
    const added = await products.add(till, validate(newProductSchema, request.body));
    log.info({ shop: till.shop, product: added.id, by: byOf(callerOf(response)) }, 'product added');
    response.status(201).json(added);
  });

  router.delete('/tills/:till/products/:id', door.may('manage_products'), async (request, response) => {
    const till = tillNamed(request, tills);
    const id = String(request.params['id']);
    await products.remove(till, id);
    log.info({ shop: till.shop, product: id, by: byOf(callerOf(response)) }, 'product removed');
    response.status(204).end();
  });

  return router;
}

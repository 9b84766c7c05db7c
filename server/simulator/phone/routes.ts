// The customer's side: what a phone that scanned the QR opens.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import helmet from 'helmet';
import { stopByCustomer } from '../orders/agreement.ts';
import { newTransactionId } from '../orders/ids.ts';
import { approve, decline, isPayable, NotPossible, open, refuse } from '../orders/order.ts';
import type { Order } from '../orders/types.ts';
import type { World } from '../world.ts';
import { listPage, missingPage, orderPage } from './page.ts';

const actions = { approve, decline, cancel: refuse, stop: stopByCustomer };

export function phoneRoutes(world: World): Router {
  const router = Router();
  router.use('/phone', pageHeaders(), (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/dwo-api-application/v1/deeplink/vippsgateway', (request, response) => {
    const order = world.ledger.findByToken(String(request.query['token']));
    if (order === undefined) response.status(404).send(missingPage());
    else response.redirect(`/phone/${order.token}`);
  });
  for (const file of ['phone.css', 'list.js']) {
    // From memory: one that is opened for each that asks may stay open where the connection goes.
    const bytes = readFileSync(join(import.meta.dirname, file));
    router.get(`/phone/${file}`, (_request, response) => {
      response.type(extname(file)).send(bytes);
    });
  }
  router.get('/phone', (_request, response) => {
    const payable = world.ledger.orders().filter((order) => isPayable(order, world.now()));
    response.send(listPage(payable));
  });
  router.get('/phone/:token', (request, response) => showOrder(world, request, response));
  router.post('/phone/:token/:action', (request, response) => {
    const { token, action } = request.params;
    const order = world.ledger.findByToken(token);
    if (order === undefined || !Object.hasOwn(actions, action)) {
      response.status(404).send(missingPage());
      return;
    }
    change(world, order, actions[action as keyof typeof actions]);
    response.redirect(303, `/phone/${token}`);
  });
  return router;
}

function showOrder(world: World, request: Request<{ token: string }>, response: Response): void {
  const order = world.ledger.findByToken(request.params.token);
  if (order === undefined) {
    response.status(404).send(missingPage());
    return;
  }
  // Opening is the scan, so a browser that only looks ahead must not do it.
  const isLookingAhead = request.method === 'HEAD' || /prefetch/.test(request.get('Sec-Purpose') ?? '');
  if (isLookingAhead) {
    response.status(204).end();
    return;
  }
  response.send(orderPage(change(world, order, open), world.now()));
}

/** What the order has become. An order that cannot change stays as it is, and the page says why. */
function change(world: World, order: Order, action: typeof open): Order {
  try {
    const after = action(order, { nowMs: world.now(), transactionId: newTransactionId(world.random) });
    if (after !== order) {
      world.ledger.save(after);
      world.tellMerchant(after);
    }
    return after;
  } catch (error) {
    if (error instanceof NotPossible) return order;
    throw error;
  }
}

function pageHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Plain http on the local network is all there is.
    strictTransportSecurity: false,
  });
}

// The charge that comes with an agreement: what it is, and what a merchant can do to it.
import { type Request, type Response, Router } from 'express';
import { createRateLimit } from '../gateway/rate-limit.ts';
import { cancelCharge, termsOf } from '../orders/agreement.ts';
import { newTransactionId } from '../orders/ids.ts';
import { asShown } from '../orders/lag.ts';
import { capture, refund } from '../orders/order.ts';
import type { Order } from '../orders/types.ts';
import type { World } from '../world.ts';
import { charge } from './answers.ts';
import { changeOnce } from './idempotency.ts';
import { recurringDialect } from './problems.ts';
import { type Action, attempt, tooManyCalls } from './refusals.ts';
import { orderOf, readCapture, readChargeQuery, readRefund, salesUnitOf } from './requests.ts';

// Calls a minute: Recurring API guide, "Rate limiting".
const lookLimit = 10;
const lookByIdLimit = 100;
const changeLimit = 5;

const chargePath = '/agreements/:agreementId/charges/:chargeId';

export function chargeRoutes(world: World): Router {
  const router = Router();
  lookRoutes(router, world);
  changeRoutes(router, world);
  return router;
}

function lookRoutes(router: Router, world: World): void {
  const listLimited = createRateLimit(lookLimit, world.now);
  const screened = world.screen('charge', recurringDialect);
  router.get('/agreements/:agreementId/charges', screened, (request, response) => {
    const { status } = readChargeQuery(request.query);
    const order = orderOf(request, world);
    const waitS = listLimited(`${order.msn}/${order.orderId}`);
    if (waitS > 0) throw tooManyCalls(waitS);
    const shown = asShown(response, order, world.now());
    const charges = termsOf(order).chargeId === null ? [] : [charge(shown, world.now())];
    response.json(charges.filter((one) => status === undefined || one.status === status));
  });
  for (const [path, callsAMinute, on] of [
    [chargePath, lookLimit, 'charge'],
    ['/charges/:chargeId', lookByIdLimit, 'find'],
  ] as const) {
    const limit = createRateLimit(callsAMinute, world.now);
    router.get(path, world.screen(on, recurringDialect), (request, response) => {
      const waitS = limit(`${salesUnitOf(request, world)}${request.path}`);
      if (waitS > 0) throw tooManyCalls(waitS);
      response.json(charge(asShown(response, orderOf(request, world), world.now()), world.now()));
    });
  }
}

type Change = (order: Order, act: Parameters<typeof capture>[2]) => Order;

function changeRoutes(router: Router, world: World): void {
  const cancelled = changing(world, 'cancel', () => cancelCharge);
  router.delete(chargePath, world.screen('cancel', recurringDialect), cancelled);
  const captured = changing(world, 'capture', ({ body }) => {
    const { amount } = readCapture(body);
    return (order, act) => capture(order, amount, act);
  });
  router.post(`${chargePath}/capture`, world.screen('capture', recurringDialect), captured);
  const refunded = changing(world, 'refund', ({ body }) => {
    const { amount, description } = readRefund(body);
    return (order, act) => refund(order, amount, { ...act, text: description });
  });
  router.post(`${chargePath}/refund`, world.screen('refund', recurringDialect), refunded);
}

function changing(world: World, action: Action, read: (request: Request) => Change) {
  const limit = createRateLimit(changeLimit, world.now);
  return (request: Request, response: Response): void => {
    const order = orderOf(request, world);
    const change = read(request);
    const waitS = limit(`${order.msn}/${order.orderId}`);
    if (waitS > 0) throw tooManyCalls(waitS);
    changeOnce(world, request, order, (once) => {
      const act = { ...once, transactionId: newTransactionId(world.random), text: order.text };
      return attempt(action, order, once.nowMs, () => change(order, act));
    });
    response.status(204).end();
  };
}

// What tests can see and switch. Never mounted for anyone but this machine.
import express, { type Request, Router } from 'express';
import { z } from 'zod';
import { logHistory } from '../ecom/answers.ts';
import { attempt, unknownOrder } from '../ecom/refusals.ts';
import { gatewayDialect } from '../gateway/errors.ts';
import { answerRefusals } from '../gateway/gateway.ts';
import { receiptOf } from '../order-management/routes.ts';
import { agreementStatus, namesOf, referenceOf } from '../orders/agreement.ts';
import { newTransactionId } from '../orders/ids.ts';
import { approveLate, lateKinds } from '../orders/late-approval.ts';
import { cancel, capture, refund, startThreeDSecure } from '../orders/order.ts';
import { otherOrder, otherSchema } from '../orders/others.ts';
import { deadlineOf, summarize } from '../orders/summary.ts';
import type { Order } from '../orders/types.ts';
import type { World } from '../world.ts';
import type { Traffic } from './call-counts.ts';
import { type Faults, faultsSchema } from './fault-rules.ts';

const settingsSchema = z.strictObject({
  lifetimeSeconds: z.number().positive().max(86_400).optional(),
  directCapture: z.boolean().optional(),
  /** Refuses order lines of which nothing is wrong that the description knows of. */
  receipts: z.enum(['taken', 'refused']).optional(),
});
const secondsSchema = z.strictObject({ seconds: z.number().positive().max(86_400) });
/** `amount` is minor units; 0 is all that is left. */
const portalSchema = z.strictObject({
  action: z.enum(['capture', 'refund', 'cancel']),
  amount: z.int().min(0).default(0),
});
const lateSchema = z.strictObject({ kind: z.enum(lateKinds) });

export function controlRoutes(world: World, faults: Faults, traffic: Traffic): Router {
  const router = Router();
  router.use(express.json());
  router.put('/faults', (request, response) => {
    faults.replace(read(faultsSchema, request.body));
    response.status(204).end();
  });
  router.put('/settings', (request, response) => {
    const { lifetimeSeconds, directCapture, receipts } = read(settingsSchema, request.body);
    if (lifetimeSeconds !== undefined) world.settings.lifetimeMs = lifetimeSeconds * 1000;
    if (directCapture !== undefined) world.settings.directCapture = directCapture;
    if (receipts !== undefined) world.settings.receipts = receipts;
    response.status(204).end();
  });
  router.get('/orders', (request, response) => {
    const orders = world.ledger.orders().map((order) => {
      const { opened, reserved, captured, refunded, cancelled } = summarize(order);
      const { calls, looks } = traffic.of(order.msn, order.orderId);
      return {
        api: order.api,
        orderId: order.orderId,
        reference: referenceOf(order),
        msn: order.msn,
        amount: order.amount,
        currency: order.currency,
        state: { opened, reserved, captured, refunded, cancelled },
        history: logHistory(order),
        phoneUrl: world.phoneUrl(request, order),
        calls: {
          details: 0,
          capture: 0,
          cancel: 0,
          refund: 0,
          charge: 0,
          receipt: 0,
          ...calls,
          initiate: timesMade(traffic, order),
        },
        looks,
        receipt: receiptOf(world.ledger, order),
        isOthers: order.isOthers === true,
        deadlineMs: deadlineOf(order),
        agreement: agreementIn(order, world.now()),
      };
    });
    response.json(orders);
  });
  orderRoutes(router, world);
  router.put('/others', (request, response) => {
    const [{ credentials }] = world.accounts;
    world.ledger.save(otherOrder(world, read(otherSchema, request.body), credentials.msn));
    response.status(204).end();
  });
  router.use(answerRefusals(gatewayDialect));
  return router;
}

function agreementIn(order: Order, nowMs: number) {
  if (order.agreement === undefined) return null;
  const { chargeId, stoppedAtMs } = order.agreement;
  return { status: agreementStatus(order, nowMs), chargeId, stoppedAtMs };
}

/** An agreement is made under the merchant's name for it, before it has one of its own. */
function timesMade(traffic: Traffic, order: Order): number {
  const counts = namesOf(order).map((name) => traffic.of(order.msn, name).calls.initiate ?? 0);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What happens to one order, by either of its names. */
function orderRoutes(router: Router, world: World): void {
  const orderOf = ({ params }: Request<{ orderId: string }>): Order => {
    const isMeant = (one: Order) => [one.orderId, referenceOf(one)].includes(params.orderId);
    const order = world.ledger.orders().find(isMeant);
    if (order === undefined) throw unknownOrder();
    return order;
  };
  // The customer is with the bank for so long.
  router.put('/orders/:orderId/three-d-secure', (request, response) => {
    const { seconds } = read(secondsSchema, request.body);
    const [order, nowMs] = [orderOf(request), world.now()];
    world.ledger.save(attempt('approve', () => startThreeDSecure(order, seconds * 1_000, nowMs)));
    response.status(204).end();
  });
  // Calls that name it are answered for so long as those with other keys are.
  router.put('/orders/:orderId/unknown', (request, response) => {
    const { seconds } = read(secondsSchema, request.body);
    world.ledger.save({ ...orderOf(request), unknownUntilMs: world.now() + seconds * 1_000 });
    response.status(204).end();
  });
  // Somebody captures, refunds or cancels in the portal.
  router.put('/orders/:orderId/portal', (request, response) => {
    const { action, amount } = read(portalSchema, request.body);
    const order = orderOf(request);
    const transactionId = newTransactionId(world.random);
    const act = {
      nowMs: world.now(),
      transactionId,
      text: order.text,
      requestId: `somebody-${transactionId}`,
    };
    const ways = { capture, refund, cancel: (it: Order) => cancel(it, true, act) };
    world.ledger.save(attempt(action, () => ways[action](order, amount, act)));
    response.status(204).end();
  });
  // The customer's approval of a cancelled order goes through all the same.
  router.put('/orders/:orderId/late', (request, response) => {
    const { kind } = read(lateSchema, request.body);
    const order = orderOf(request);
    const act = { nowMs: world.now(), transactionId: newTransactionId(world.random) };
    world.ledger.save(attempt('approve', () => approveLate(order, kind, act)));
    response.status(204).end();
  });
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw gatewayDialect.invalid('body', z.prettifyError(parsed.error));
}

// What tests can see and switch. Never mounted for anyone but this machine.
import express, { Router } from 'express';
import { z } from 'zod';
import { logHistory } from './ecom-answers.ts';
import { attempt, unknownOrder } from './ecom-refusals.ts';
import { type Faults, faultsSchema } from './faults.ts';
import { answerRefusals } from './gateway.ts';
import { agreementStatus, namesOf, referenceOf } from './order-agreement.ts';
import { newTransactionId } from './order-ids.ts';
import { approveLate, lateKinds } from './order-late.ts';
import { receiptOf } from './order-management.ts';
import { otherOrder, otherSchema } from './order-others.ts';
import { summarize } from './order-summary.ts';
import type { Order } from './order-types.ts';
import { gatewayDialect } from './refusal.ts';
import type { Traffic } from './traffic.ts';
import type { World } from './world.ts';

const settingsSchema = z.strictObject({
  lifetimeSeconds: z.number().positive().max(86_400).optional(),
  directCapture: z.boolean().optional(),
  /** Refuses order lines of which nothing is wrong that the description knows of. */
  receipts: z.enum(['taken', 'refused']).optional(),
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
        agreement: order.agreement
          ? { status: agreementStatus(order, world.now()), chargeId: order.agreement.chargeId }
          : null,
      };
    });
    response.json(orders);
  });
  lateRoute(router, world);
  router.put('/others', (request, response) => {
    const [{ credentials }] = world.accounts;
    world.ledger.save(otherOrder(world, read(otherSchema, request.body), credentials.msn));
    response.status(204).end();
  });
  router.use(answerRefusals(gatewayDialect));
  return router;
}

/** An agreement is made under the merchant's name for it, before it has one of its own. */
function timesMade(traffic: Traffic, order: Order): number {
  const counts = namesOf(order).map((name) => traffic.of(order.msn, name).calls.initiate ?? 0);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The customer's approval of a cancelled order goes through all the same. */
function lateRoute(router: Router, world: World): void {
  router.put('/orders/:orderId/late', (request, response) => {
    const { kind } = read(lateSchema, request.body);
    const name = request.params.orderId;
    const order = world.ledger.orders().find((one) => one.orderId === name || referenceOf(one) === name);
    if (order === undefined) throw unknownOrder();
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

// What tests can see and switch. Never mounted for anyone but this machine.
import express, { Router } from 'express';
import { z } from 'zod';
import { logHistory } from './ecom-answers.ts';
import { attempt, unknownOrder } from './ecom-refusals.ts';
import { type Faults, faultsSchema } from './faults.ts';
import { answerRefusals } from './gateway.ts';
import { newTransactionId } from './order-ids.ts';
import { approveLate, lateKinds } from './order-late.ts';
import { summarize } from './order-summary.ts';
import { gatewayDialect } from './refusal.ts';
import type { Traffic } from './traffic.ts';
import type { World } from './world.ts';

const settingsSchema = z.strictObject({
  lifetimeSeconds: z.number().positive().max(86_400).optional(),
  directCapture: z.boolean().optional(),
});
const lateSchema = z.strictObject({ kind: z.enum(lateKinds) });

/** @param reset begins anew; without it that is not offered. */
export function controlRoutes(world: World, faults: Faults, traffic: Traffic, reset?: () => void): Router {
  const router = Router();
  router.use(express.json());
  router.put('/faults', (request, response) => {
    faults.replace(read(faultsSchema, request.body));
    response.status(204).end();
  });
  router.put('/settings', (request, response) => {
    const { lifetimeSeconds, directCapture } = read(settingsSchema, request.body);
    if (lifetimeSeconds !== undefined) world.settings.lifetimeMs = lifetimeSeconds * 1000;
    if (directCapture !== undefined) world.settings.directCapture = directCapture;
    response.status(204).end();
  });
  router.get('/orders', (request, response) => {
    const orders = world.ledger.orders().map((order) => {
      const { opened, reserved, captured, refunded, cancelled } = summarize(order);
      const { calls, looks } = traffic.of(order.msn, order.orderId);
      return {
        api: order.api,
        orderId: order.orderId,
        msn: order.msn,
        amount: order.amount,
        currency: order.currency,
        state: { opened, reserved, captured, refunded, cancelled },
        history: logHistory(order),
        phoneUrl: world.phoneUrl(request, order),
        calls: { initiate: 0, details: 0, capture: 0, cancel: 0, refund: 0, ...calls },
        looks,
      };
    });
    response.json(orders);
  });
  lateRoute(router, world);
  if (reset !== undefined) {
    router.post('/reset', (_request, response) => {
      reset();
      response.status(204).end();
    });
  }
  router.use(answerRefusals(gatewayDialect));
  return router;
}

/** The customer's approval of a cancelled order goes through all the same. */
function lateRoute(router: Router, world: World): void {
  router.put('/orders/:orderId/late', (request, response) => {
    const { kind } = read(lateSchema, request.body);
    const order = world.ledger.orders().find(({ orderId }) => orderId === request.params.orderId);
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

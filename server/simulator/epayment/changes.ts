// What a merchant can do to a payment: capture, refund, cancel. Each takes an idempotency key.
import { type Request, Router } from 'express';
import { createRateLimit } from '../gateway/rate-limit.ts';
import { newTransactionId } from '../orders/ids.ts';
import { asShown } from '../orders/lag.ts';
import { cancel, capture, NotPossible, refund } from '../orders/order.ts';
import { summarize } from '../orders/summary.ts';
import type { Order } from '../orders/types.ts';
import type { World } from '../world.ts';
import { changed, stateOf } from './answers.ts';
import { epaymentDialect } from './problems.ts';
import { attempt, differentRetry, tooManyCalls } from './refusals.ts';
import { orderOf, readCancel, readChange, readIdempotencyKey } from './requests.ts';

// Calls a minute per reference and sales unit: ePayment API guide, "Rate limiting".
const changeLimit = 5;

/** One kind of change: what the request wants, and what it makes of the order. */
type Change<Wish> = {
  action: 'capture' | 'refund' | 'cancel';
  read: (request: Request, order: Order) => Wish;
  apply: (order: Order, wish: Wish, act: Parameters<typeof capture>[2]) => Order;
};

export function changeRoutes(world: World): Router {
  const router = Router();
  changeRoute(router, world, { action: 'capture', read: readChange, apply: capture });
  changeRoute(router, world, { action: 'refund', read: readChange, apply: refund });
  changeRoute(router, world, {
    action: 'cancel',
    read: (request) => readCancel(request).cancelTransactionOnly === true,
    apply: cancelPayment,
  });
  return router;
}

/** A repeat under the same key gets the same answer and changes nothing. */
function changeRoute<Wish>(router: Router, world: World, { action, read, apply }: Change<Wish>): void {
  const limit = createRateLimit(changeLimit, world.now);
  router.post(
    `/payments/:reference/${action}`,
    world.screen(action, epaymentDialect),
    (request, response) => {
      const idempotencyKey = readIdempotencyKey(request);
      const order = orderOf(request, world);
      const wish = read(request, order);
      const waitS = limit(`${order.msn}/${order.orderId}`);
      if (waitS > 0) throw tooManyCalls(waitS);

      const key = `${action}/${idempotencyKey}`;
      const fingerprint = JSON.stringify(wish);
      const kept = world.ledger.answer(order, key);
      if (kept !== undefined) {
        if (kept.fingerprint !== fingerprint) throw differentRetry(action, idempotencyKey);
        response.json(kept.body);
        return;
      }
      const act = {
        nowMs: world.now(),
        transactionId: newTransactionId(world.random),
        text: order.text,
        requestId: idempotencyKey,
      };
      const after = attempt(action, order, () => apply(order, wish, act));
      const body = changed(asShown(response, after, world.now()), world.now());
      world.ledger.save(after, { key, fingerprint, body });
      response.json(body);
    },
  );
}

/**
 * Before the approval it ends the payment, after it the rest of the money is released.
 * @param transactionOnly leaves a payment alone that the customer has approved
 */
function cancelPayment(order: Order, transactionOnly: boolean, act: Parameters<typeof cancel>[2]): Order {
  if (transactionOnly && summarize(order).reserved > 0) throw new NotPossible('already_paid');
  // ABORTED, EXPIRED and TERMINATED are final: schema State.
  if (stateOf(order, act.nowMs) === 'EXPIRED') throw new NotPossible('expired');
  return cancel(order, true, act);
}

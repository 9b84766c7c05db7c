// What a merchant can do to an order: capture, refund, cancel.
import { Router } from 'express';
import { ecomDialect } from '../gateway/errors.ts';
import { createRateLimit } from '../gateway/rate-limit.ts';
import { newTransactionId } from '../orders/ids.ts';
import { asShown } from '../orders/lag.ts';
import { cancel, capture, refund } from '../orders/order.ts';
import type { Order } from '../orders/types.ts';
import type { World } from '../world.ts';
import { changed, refunded } from './answers.ts';
import { attempt, cancelTooLate, differentRetry, tooManyCalls } from './refusals.ts';
import { orderOf, readCancel, readMoney, readRequestId } from './requests.ts';

// Calls a minute per order and sales unit: eCom API guide, "Rate limiting".
const changeLimit = 5;
// A request that is over 180 days old cannot be cancelled: eCom API guide, "Cancel".
const cancelWindowMs = 180 * 86_400_000;

export function changeRoutes(world: World): Router {
  const router = Router();
  moneyRoute(router, world, 'capture', capture, (order, shown) => changed(order, 'Captured', shown));
  moneyRoute(router, world, 'refund', refund, refunded);

  const limit = createRateLimit(changeLimit, world.now);
  router.put('/payments/:orderId/cancel', world.screen('cancel', ecomDialect), (request, response) => {
    const wish = readCancel(request);
    const order = orderOf(request, world, wish.merchantInfo.merchantSerialNumber);
    const waitS = limit(`${order.msn}/${order.orderId}`);
    if (waitS > 0) throw tooManyCalls(waitS);
    const act = {
      nowMs: world.now(),
      text: wish.transaction.transactionText,
      requestId: request.get('X-Request-Id') ?? '',
    };
    const [initiated] = order.history;
    if (initiated !== undefined && act.nowMs - initiated.atMs > cancelWindowMs) throw cancelTooLate();
    const after = attempt('cancel', () => cancel(order, wish.shouldReleaseRemainingFunds === true, act));
    world.ledger.save(after);
    response.json(changed(after, 'Cancelled', asShown(response, after, world.now())));
  });
  return router;
}

/** Captures and refunds move money, so a repeat under the same key gets the same answer and moves nothing. */
function moneyRoute(
  router: Router,
  world: World,
  action: 'capture' | 'refund',
  change: typeof capture,
  answer: (order: Order, shown: Order) => unknown,
): void {
  const limit = createRateLimit(changeLimit, world.now);
  router.post(`/payments/:orderId/${action}`, world.screen(action, ecomDialect), (request, response) => {
    const requestId = readRequestId(request);
    const wish = readMoney(request);
    const order = orderOf(request, world, wish.merchantInfo.merchantSerialNumber);
    const waitS = limit(`${order.msn}/${order.orderId}`);
    if (waitS > 0) throw tooManyCalls(waitS);

    const key = `${action}/${requestId}`;
    const fingerprint = JSON.stringify(wish);
    const kept = world.ledger.answer(order, key);
    if (kept !== undefined) {
      if (kept.fingerprint !== fingerprint) throw differentRetry();
      response.json(kept.body);
      return;
    }
    const { amount, transactionText } = wish.transaction;
    const act = {
      nowMs: world.now(),
      transactionId: newTransactionId(world.random),
      text: transactionText,
      requestId,
    };
    const after = attempt(action, () => change(order, amount, act));
    const body = answer(after, asShown(response, after, world.now()));
    world.ledger.save(after, { key, fingerprint, body });
    response.json(body);
  });
}

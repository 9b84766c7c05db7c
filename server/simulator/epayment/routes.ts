// The ePayment API v1: https://developer.vippsmobilepay.com/docs/APIs/epayment-api/
import { type Request, Router } from 'express';
import { answerRefusals, checkCall, readBody } from '../gateway/gateway.ts';
import { createRateLimit } from '../gateway/rate-limit.ts';
import { toAnswer } from '../order-management/routes.ts';
import { newTransactionId, randomText } from '../orders/ids.ts';
import { asShown } from '../orders/lag.ts';
import { approve, createOrder } from '../orders/order.ts';
import type { Order } from '../orders/types.ts';
import { qrLink } from '../qr/routes.ts';
import { landingUrl, type World } from '../world.ts';
import { events, payment } from './answers.ts';
import { changeRoutes } from './changes.ts';
import { epaymentDialect } from './problems.ts';
import {
  attempt,
  keyTaken,
  longLivingNotAllowed,
  pushNotAllowed,
  receiptRefused,
  referenceTaken,
  tooManyCalls,
} from './refusals.ts';
import { orderOf, readApprove, readCreate, readIdempotencyKey, salesUnitOf } from './requests.ts';

// Calls a minute: ePayment API guide, "Rate limiting".
const createLimit = 5;
const lookLimit = 120;

const qrFormats = { 'TEXT/TARGETURL': 'targetUrl', 'IMAGE/SVG+XML': 'svg', 'IMAGE/PNG': 'png' } as const;
const defaultSizePx = 1024;

type Wish = ReturnType<typeof readCreate>;

export function epaymentRoutes(world: World): Router {
  const router = Router();
  router.use(checkCall(world, epaymentDialect), readBody(epaymentDialect));
  createRoute(router, world);
  lookRoutes(router, world);
  approveRoute(router, world);
  router.use(changeRoutes(world), answerRefusals(epaymentDialect));
  return router;
}

function createRoute(router: Router, world: World): void {
  const limit = createRateLimit(createLimit, world.now);
  /** What was asked for under the keys of refusals: another body under one of them is a conflict. */
  const refused = new Map<string, string>();
  router.post('/payments', world.screen('initiate', epaymentDialect), (request, response) => {
    const idempotencyKey = readIdempotencyKey(request);
    const msn = salesUnitOf(request);
    const wish = readCreate(request);
    if (wish.userFlow === 'PUSH_MESSAGE') throw pushNotAllowed(msn);
    if (wish.expiresAt) throw longLivingNotAllowed(msn);
    const waitS = limit(`${msn}/${wish.reference}`);
    if (waitS > 0) throw tooManyCalls(waitS);

    const key = `create/${idempotencyKey}`;
    const fingerprint = JSON.stringify(wish);
    const refusedBefore = refused.get(`${msn}/${idempotencyKey}`);
    if (refusedBefore !== undefined && refusedBefore !== fingerprint) throw keyTaken(idempotencyKey);
    if (wish.receipt !== undefined && world.settings.receipts === 'refused') {
      refused.set(`${msn}/${idempotencyKey}`, fingerprint);
      throw receiptRefused();
    }
    const kept = world.ledger.answerOfUnit(msn, key);
    if (kept !== undefined) {
      if (kept.fingerprint !== fingerprint) throw keyTaken(idempotencyKey);
      response.status(201).json(kept.body);
      return;
    }
    if (world.ledger.find(msn, wish.reference) !== undefined) throw referenceTaken(wish.reference);
    const order = newOrder(world, msn, wish, idempotencyKey);
    const body = { redirectUrl: redirectUrl(request, world, order, wish), reference: wish.reference };
    world.ledger.save(order, { key, fingerprint, body });
    if (wish.receipt !== undefined) world.ledger.save(order, toAnswer(wish.receipt, world.random));
    response.status(201).json(body);
  });
}

function newOrder(world: World, msn: string, wish: Wish, idempotencyKey: string): Order {
  const facts = {
    api: 'epayment',
    orderId: wish.reference,
    msn,
    amount: wish.amount.value,
    currency: wish.amount.currency,
    text: wish.paymentDescription ?? '',
    token: randomText(world.random, 24),
    imageId: randomText(world.random, 24),
    expiresAtMs: world.now() + world.settings.lifetimeMs,
    directCapture: false,
    ...(wish.metadata && { metadata: wish.metadata }),
  } as const;
  return createOrder(facts, world.now(), idempotencyKey);
}

function redirectUrl(request: Request, world: World, order: Order, { userFlow, qrFormat }: Wish): string {
  if (userFlow !== 'QR') return landingUrl(request, order);
  const format = qrFormats[qrFormat?.format ?? 'IMAGE/SVG+XML'];
  return qrLink(request, world, order, format, qrFormat?.size ?? defaultSizePx);
}

function lookRoutes(router: Router, world: World): void {
  const checkLimit = () => {
    const limit = createRateLimit(lookLimit, world.now);
    return (request: Request) => {
      const waitS = limit(`${request.params['reference']}/${request.get('Ocp-Apim-Subscription-Key')}`);
      if (waitS > 0) throw tooManyCalls(waitS);
    };
  };
  const [checkGet, checkEvents] = [checkLimit(), checkLimit()];
  router.get('/payments/:reference', world.screen('details', epaymentDialect), (request, response) => {
    checkGet(request);
    const order = asShown(response, orderOf(request, world), world.now());
    response.json(payment(order, world.now(), landingUrl(request, order)));
  });
  router.get('/payments/:reference/events', world.screen('events', epaymentDialect), (request, response) => {
    checkEvents(request);
    const order = asShown(response, orderOf(request, world), world.now());
    response.json(events(order, world.now()));
  });
}

/** "Force approve", which Vipps has in its test environment only. */
function approveRoute(router: Router, world: World): void {
  router.post('/test/payments/:reference/approve', (request, response) => {
    const { token } = readApprove(request);
    const order = orderOf(request, world);
    if (typeof token === 'string' && token !== order.token && token !== order.imageId) {
      throw epaymentDialect.invalid('token', 'is not that of the redirectUrl');
    }
    const act = { nowMs: world.now(), transactionId: newTransactionId(world.random) };
    world.ledger.save(attempt('approve', order, () => approve(order, act)));
    response.end();
  });
}

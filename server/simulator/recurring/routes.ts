// The Recurring API v3: https://developer.vippsmobilepay.com/docs/APIs/recurring-api/
import { type Request, Router } from 'express';
import { answerRefusals, checkCall, readBody } from '../gateway/gateway.ts';
import { createRateLimit } from '../gateway/rate-limit.ts';
import { agreementStatus, stop, termsOf, update } from '../orders/agreement.ts';
import { newTransactionId, randomText, randomUuid } from '../orders/ids.ts';
import { asShown } from '../orders/lag.ts';
import { approve, createOrder } from '../orders/order.ts';
import type { Agreement, Currency, Order } from '../orders/types.ts';
import { landingUrl, type World } from '../world.ts';
import { agreement } from './answers.ts';
import { chargeRoutes } from './charges.ts';
import { answerBefore, changeOnce, keyOf } from './idempotency.ts';
import { nameThePath, recurringDialect } from './problems.ts';
import { attempt, chargeIdTaken, pushNotAllowed, tooManyCalls } from './refusals.ts';
import { orderOf, readAccept, readAgreementQuery, readDraft, salesUnitOf } from './requests.ts';
import { isStop, readUpdate } from './updates.ts';

// Calls a minute: Recurring API guide, "Rate limiting".
const draftLimit = 300;
const listLimit = 5;
const lookLimit = 120;
const updateLimit = 5;

const countries: Partial<Record<Currency, string>> = { DKK: 'DK', EUR: 'FI' };

export function recurringRoutes(world: World): Router {
  const router = Router();
  router.use(nameThePath(), checkCall(world, recurringDialect), readBody(recurringDialect));
  draftRoute(router, world);
  lookRoutes(router, world);
  acceptRoute(router, world);
  updateRoute(router, world);
  router.use(chargeRoutes(world), answerRefusals(recurringDialect));
  return router;
}

function draftRoute(router: Router, world: World): void {
  const limit = createRateLimit(draftLimit, world.now);
  router.post('/agreements', world.screen('initiate', recurringDialect), (request, response) => {
    const { idempotencyKey, ...once } = keyOf(request);
    const msn = salesUnitOf(request, world);
    const wish = readDraft(request.body);
    if (wish.skipLandingPage) throw pushNotAllowed();
    const waitS = limit(msn);
    if (waitS > 0) throw tooManyCalls(waitS);

    const kept = answerBefore(world, msn, { idempotencyKey, ...once });
    if (kept !== undefined) {
      response.status(201).json(kept.body);
      return;
    }
    const order = newOrder(world, msn, wish, idempotencyKey);
    const { uuid, chargeId } = termsOf(order);
    const vippsConfirmationUrl = confirmationUrl(request, order);
    const body = { agreementId: order.orderId, uuid, vippsConfirmationUrl, chargeId };
    world.ledger.save(order, { ...once, body });
    response.status(201).json(body);
  });
}

type Wish = ReturnType<typeof readDraft>;

function newOrder(world: World, msn: string, wish: Wish, idempotencyKey: string): Order {
  const { initialCharge, productDescription, externalId } = wish;
  const { currency, ...pricing } = wish.pricing;
  const terms: Agreement = {
    uuid: randomUuid(world.random),
    chargeId: newChargeId(world, msn, wish),
    ...(externalId && { externalId }),
    ...(initialCharge?.externalId && { chargeExternalId: initialCharge.externalId }),
    productName: wish.productName,
    ...(productDescription && { productDescription }),
    pricing,
    interval: wish.interval,
    merchantAgreementUrl: wish.merchantAgreementUrl,
    merchantRedirectUrl: wish.merchantRedirectUrl,
    countryCode: wish.countryCode ?? countries[currency] ?? 'NO',
    isApp: wish.isApp === true,
    stoppedAtMs: null,
  };
  const facts = {
    api: 'recurring',
    orderId: `agr_${randomText(world.random, 8)}`,
    msn,
    amount: initialCharge?.amount ?? 0,
    currency,
    text: initialCharge?.description ?? wish.productName,
    token: randomText(world.random, 24),
    imageId: randomText(world.random, 24),
    expiresAtMs: world.now() + world.settings.lifetimeMs,
    directCapture: initialCharge?.transactionType === 'DIRECT_CAPTURE',
    agreement: terms,
  } as const;
  return createOrder(facts, world.now(), idempotencyKey);
}

/** API guide, "orderId recommendations": unique across the Recurring and eCom payments of the sales unit. */
function newChargeId({ ledger, random }: World, msn: string, { initialCharge }: Wish): string | null {
  if (!initialCharge) return null;
  const { orderId } = initialCharge;
  if (!orderId) return `chr_${randomText(random, 8)}`;
  if (ledger.findByCharge(msn, orderId) ?? ledger.find(msn, orderId)) throw chargeIdTaken(orderId);
  return orderId;
}

function confirmationUrl(request: Request, order: Order): string {
  return termsOf(order).isApp ? `vipps://?token=${order.token}` : landingUrl(request, order);
}

function lookRoutes(router: Router, world: World): void {
  const show = (request: Request, order: Order) =>
    agreement(order, world.now(), confirmationUrl(request, order));
  const listLimited = createRateLimit(listLimit, world.now);
  router.get('/agreements', (request, response) => {
    const msn = salesUnitOf(request, world);
    const { status, createdAfter } = readAgreementQuery(request.query);
    const waitS = listLimited(msn);
    if (waitS > 0) throw tooManyCalls(waitS);
    const listed = world.ledger
      .orders()
      .filter((order) => order.api === 'recurring' && order.msn === msn)
      .filter(({ history }) => (history[0]?.atMs ?? 0) > createdAfter)
      .filter((order) => agreementStatus(order, world.now()) === status);
    response.json(listed.reverse().map((order) => show(request, order)));
  });

  const lookLimited = createRateLimit(lookLimit, world.now);
  router.get('/agreements/:agreementId', world.screen('details', recurringDialect), (request, response) => {
    const waitS = lookLimited(`${salesUnitOf(request, world)}/${request.params['agreementId']}`);
    if (waitS > 0) throw tooManyCalls(waitS);
    response.json(show(request, asShown(response, orderOf(request, world), world.now())));
  });
}

/** "Force accept", which Vipps has in its test environment only. */
function acceptRoute(router: Router, world: World): void {
  router.patch('/agreements/:agreementId/accept', (request, response) => {
    readAccept(request.body);
    const order = orderOf(request, world);
    changeOnce(world, request, order, ({ nowMs }) => {
      const act = { nowMs, transactionId: newTransactionId(world.random) };
      return attempt('accept', order, nowMs, () => approve(order, act));
    });
    response.status(204).end();
  });
}

function updateRoute(router: Router, world: World): void {
  const limit = createRateLimit(updateLimit, world.now);
  const screen = world.screen('cancel', recurringDialect);
  router.patch('/agreements/:agreementId', (request, response, next) => {
    if (isStop(request.body)) screen(request, response, next);
    else next();
  });
  router.patch('/agreements/:agreementId', (request, response) => {
    const order = orderOf(request, world);
    const wish = readUpdate(request, order);
    const waitS = limit(`${order.msn}/${order.orderId}`);
    if (waitS > 0) throw tooManyCalls(waitS);
    changeOnce(world, request, order, ({ nowMs, requestId }) =>
      attempt('update', order, nowMs, () =>
        wish === 'stop' ? stop(order, { nowMs, requestId, text: order.text }) : update(order, wish, nowMs),
      ),
    );
    response.status(204).end();
  });
}

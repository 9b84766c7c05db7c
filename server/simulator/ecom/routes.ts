// The eCom API v2: https://developer.vippsmobilepay.com/docs/APIs/ecom-api/
import { Router } from 'express';
import { ecomDialect } from '../gateway/errors.ts';
import { answerRefusals, checkCall, readBody } from '../gateway/gateway.ts';
import { createRateLimit } from '../gateway/rate-limit.ts';
import { newTransactionId, randomText } from '../orders/ids.ts';
import { asShown } from '../orders/lag.ts';
import { approve, createOrder } from '../orders/order.ts';
import { landingUrl, type World } from '../world.ts';
import { details, status } from './answers.ts';
import { changeRoutes } from './changes.ts';
import { attempt, duplicateOrder, landingPageRequired, tooManyCalls } from './refusals.ts';
import { checkPhoneNumber, orderOf, readApprove, readInitiate, salesUnitOf } from './requests.ts';

// Calls a minute: eCom API guide, "Rate limiting".
const initiateLimit = 2;
const detailsLimit = 120;

export function ecomRoutes(world: World): Router {
  const router = Router();
  router.use(checkCall(world, ecomDialect), readBody(ecomDialect));
  initiateRoute(router, world);
  lookRoutes(router, world);
  approveRoute(router, world);
  router.use(changeRoutes(world), answerRefusals(ecomDialect));
  return router;
}

function initiateRoute(router: Router, world: World): void {
  const limit = createRateLimit(initiateLimit, world.now);
  router.post('/payments', world.screen('initiate', ecomDialect), (request, response) => {
    const { customerInfo, merchantInfo, transaction } = readInitiate(request);
    checkPhoneNumber(customerInfo.mobileNumber);
    const msn = salesUnitOf(request, world, merchantInfo.merchantSerialNumber);
    const { orderId } = transaction;
    if (transaction.skipLandingPage === true) throw landingPageRequired();
    const waitS = limit(`${msn}/${orderId}`);
    if (waitS > 0) throw tooManyCalls(waitS);
    if (world.ledger.find(msn, orderId) !== undefined) throw duplicateOrder();
    const order = createOrder(
      {
        api: 'ecom',
        orderId,
        msn,
        amount: transaction.amount,
        currency: 'NOK',
        text: transaction.transactionText,
        token: randomText(world.random, 24),
        imageId: randomText(world.random, 24),
        expiresAtMs: world.now() + world.settings.lifetimeMs,
        directCapture: world.settings.directCapture,
        callback: {
          prefix: merchantInfo.callbackPrefix,
          ...(merchantInfo.authToken && { authToken: merchantInfo.authToken }),
        },
      },
      world.now(),
    );
    world.ledger.save(order);
    const isApp = merchantInfo.isApp === true;
    response.json({ orderId, url: isApp ? `vipps://?token=${order.token}` : landingUrl(request, order) });
  });
}

function lookRoutes(router: Router, world: World): void {
  const limit = createRateLimit(detailsLimit, world.now);
  router.get('/payments/:orderId/details', world.screen('details', ecomDialect), (request, response) => {
    const key = request.get('Ocp-Apim-Subscription-Key');
    const waitS = limit(`${request.params['orderId']}/${key}`);
    if (waitS > 0) throw tooManyCalls(waitS);
    response.json(details(asShown(response, orderOf(request, world), world.now())));
  });
  router.get('/payments/:orderId/status', (request, response) => {
    response.json(status(orderOf(request, world), world.now()));
  });
}

function approveRoute(router: Router, world: World): void {
  router.post('/integration-test/payments/:orderId/approve', (request, response) => {
    const { token } = readApprove(request);
    const order = orderOf(request, world);
    if (typeof token === 'string' && token !== order.token) {
      throw ecomDialect.invalid('token', 'is not that of the landing page');
    }
    const transactionId = newTransactionId(world.random);
    const after = attempt('approve', () => approve(order, { nowMs: world.now(), transactionId }));
    world.ledger.save(after);
    world.tellMerchant(after);
    response.end();
  });
}

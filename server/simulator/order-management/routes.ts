// The Order Management API v2: https://developer.vippsmobilepay.com/docs/APIs/order-management-api/
import { type Request, Router } from 'express';
import { invalidParams, qrDialect, qrProblem } from '../gateway/errors.ts';
import { answerRefusals, checkCall, readBody } from '../gateway/gateway.ts';
import { type Random, randomUuid } from '../orders/ids.ts';
import type { Ledger } from '../orders/ledger.ts';
import type { KeptAnswer, Order } from '../orders/types.ts';
import type { World } from '../world.ts';
import { type Receipt, receipt } from './receipt.ts';

const paymentTypes = ['ecom', 'recurring'] as const;
type PaymentType = (typeof paymentTypes)[number];

const keptAs = 'receipt';

export function orderManagementRoutes(world: World): Router {
  const router = Router();
  router.use(checkCall(world, qrDialect), readBody(qrDialect));
  receiptRoute(router, world);
  router.use(answerRefusals(qrDialect));
  return router;
}

/** A receipt is given once and stays as it is; the same one again gets the same answer. */
function receiptRoute(router: Router, world: World): void {
  const path = '/v2/:paymentType/receipts/:orderId';
  router.post(path, world.screen('receipt', qrDialect), (request, response) => {
    const order = readOrder(request, world);
    if (world.settings.receipts === 'refused') {
      throw qrDialect.invalid('orderLines[0].taxRate', 'The tax rate is not one of those of the market.');
    }
    const given = toAnswer(readReceipt(request), world.random);
    const kept = world.ledger.answer(order, keptAs);
    if (kept !== undefined && kept.fingerprint !== given.fingerprint) {
      throw qrProblem(409, 'Conflict', `The order ${order.orderId} has a receipt already`);
    }
    if (kept === undefined) world.ledger.save(order, given);
    response.status(201).json((kept ?? given).body);
  });
}

/** A receipt as the ledger keeps it: with the answer to it, which is an id. */
export function toAnswer(given: Receipt, random: Random): KeptAnswer {
  return { key: keptAs, fingerprint: JSON.stringify(given), body: randomUuid(random) };
}

/** What the shop has given with the payment or after it; null when it has given none. */
export function receiptOf(ledger: Ledger, order: Order): Receipt | null {
  const kept = ledger.answer(order, keptAs);
  return kept === undefined ? null : receipt.parse(JSON.parse(kept.fingerprint));
}

function readReceipt(request: Request): Receipt {
  const given = receipt.safeParse(request.body ?? {});
  if (given.success) return given.data;
  throw invalidParams(
    given.error.issues.map(({ path, message }) => ({ name: path.join('.') || 'body', reason: message })),
  );
}

// Vipps itself takes receipts for orders that it has not seen (API guide, "Reference and PaymentType") and shows them to
// nobody. A till that gives one has made the order before, so here a wrong id is told at once.
function readOrder(request: Request, world: World): Order {
  const paymentType = readPaymentType(request);
  const msn = request.get('Merchant-Serial-Number');
  if (msn === undefined) throw qrDialect.invalid('Merchant-Serial-Number', 'is required');
  const orderId = String(request.params['orderId']);
  const order =
    paymentType === 'ecom' ? findSale(world, msn, orderId) : world.ledger.findByCharge(msn, orderId);
  if (order === undefined) throw qrProblem(404, 'Not Found', `The order ${orderId} was not found`);
  return order;
}

/** The description has the types in capitals, the guide in small letters. */
function readPaymentType(request: Request): PaymentType {
  const given = String(request.params['paymentType']).toLowerCase();
  const paymentType = paymentTypes.find((known) => known === given);
  if (paymentType === undefined) {
    throw qrDialect.invalid('paymentType', `must be one of ${paymentTypes.join(', ')}`);
  }
  return paymentType;
}

/** `ecom` stands for both eCom and ePayment. */
function findSale(world: World, msn: string, orderId: string): Order | undefined {
  const order = world.ledger.find(msn, orderId);
  return order?.api === 'ecom' || order?.api === 'epayment' ? order : undefined;
}

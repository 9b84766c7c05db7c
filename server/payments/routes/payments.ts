// HTTP <-> payments: finding them, and what can be done with one.
import { type Request, type Response, Router } from 'express';
import { type Authorizer, principalOf } from '../../access/authorize.ts';
import { byOf, refundUpToOf, scopeOf } from '../../access/policy.ts';
import {
  cancelSchema,
  captureSchema,
  type History,
  listQuerySchema,
  type PaymentList,
  refundSchema,
  type TillView,
} from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import { validate } from '../../http/errors.ts';
import { imageHeaders } from '../../http/headers.ts';
import { idempotencyKey } from '../../http/requests.ts';
import { boundsOf, type ShopDay } from '../../reconciliation/calendar.ts';
import { shopDays } from '../../reconciliation/shop-days.ts';
import type { Store } from '../../store/store.ts';
import type { VippsIdStore } from '../../store/vipps-id-store.ts';
import { remindMs } from '../payment/capture-deadline.ts';
import type { Payments } from '../use-cases/service.ts';
import { toView } from '../view.ts';
import { csvHead, toCsvLine } from './csv.ts';
import { findPayment } from './find-payment.ts';

export type RoutesDeps = {
  payments: Payments;
  store: Store & { vippsIds: VippsIdStore };
  authorizer: Authorizer;
  clock: Clock;
  tills: readonly TillView[];
};

const withTime = <T extends { atMs: number }>({ atMs, ...rest }: T) => ({
  ...rest,
  at: new Date(atMs).toISOString(),
});

/** Where a day of a shop begins; an instant is one already. */
function instantOf(time: string | undefined, day: ShopDay): string | undefined {
  const isDay = time !== undefined && /^\d{4}-\d\d-\d\d$/.test(time);
  return isDay ? new Date(boundsOf(time, day).fromMs).toISOString() : time;
}

export function createPaymentRoutes({ payments, store, authorizer, clock, tills }: RoutesDeps): Router {
  const router = Router();
  const days = shopDays(tills);

  const paymentOf = (request: Request, response: Response) => findPayment(request, response, store);

  /** What the caller asks for, as far as it may see. */
  function find(request: Request, response: Response, cursor?: string) {
    const query = validate(listQuerySchema, request.query);
    const { till, shop } = scopeOf(principalOf(response));
    if (till !== null && query.till !== undefined && query.till !== till) {
      throw new Refusal('not_allowed', 'You may not see the payments of this till.');
    }
    const of = tills.find(({ id }) => id === (query.till ?? till))?.shop ?? shop ?? '';
    const from = instantOf(query.from, days.of(of));
    const to = instantOf(query.to, days.of(of));
    const more = { ...(till === null ? {} : { till }), ...(cursor === undefined ? {} : { cursor }) };
    return store.list({ ...query, ...more, from, to }, shop, clock.nowMs() + remindMs);
  }

  router.get('/payments', authorizer.requires('see_payments'), async (request, response) => {
    const found = await find(request, response);
    const body: PaymentList = {
      payments: found.payments.map((payment) => toView(payment, clock)),
      cursor: found.cursor,
    };
    response.json(body);
  });

  router.get('/payments.csv', authorizer.requires('see_payments'), async (request, response) => {
    let page = await find(request, response);
    response.type('csv').attachment('payments.csv').write(csvHead);
    for (;;) {
      response.write(page.payments.map(toCsvLine).join(''));
      if (page.cursor === null || response.destroyed) break;
      page = await find(request, response, page.cursor);
    }
    response.end();
  });

  router.get('/payments/:reference', authorizer.requires('see_payments'), async (request, response) => {
    response.json(toView(await paymentOf(request, response), clock));
  });

  router.get(
    '/payments/:reference/events',
    authorizer.requires('see_payments'),
    async (request, response) => {
      const { reference } = await paymentOf(request, response);
      const [entries, ids] = [
        await store.readHistory(reference),
        await store.vippsIds.readVippsIds(reference),
      ];
      const body: History = { events: entries.map(withTime), vippsIds: ids.map(withTime) };
      response.json(body);
    },
  );

  router.get('/payments/:reference/qr', authorizer.requires('see_qr'), async (request, response) => {
    const { reference } = await paymentOf(request, response);
    const image = await store.findImage(reference);
    if (image === null) throw new Refusal('not_found', 'This payment has no QR that can be scanned.');
    response.set(imageHeaders('qr')).type(image.contentType).send(image.bytes);
  });

  router.post('/payments/:reference/cancel', authorizer.requires('cancel'), async (request, response) => {
    validate(cancelSchema, request.body ?? {});
    const { reference } = await paymentOf(request, response);
    response.json(toView(await payments.cancel(reference, byOf(principalOf(response))), clock));
  });

  router.post('/payments/:reference/capture', authorizer.requires('capture'), async (request, response) => {
    const { amount = null } = validate(captureSchema, request.body ?? {});
    const { reference } = await paymentOf(request, response);
    const by = byOf(principalOf(response));
    const payment = await payments.capture(reference, amount, idempotencyKey(request), by);
    response.json(toView(payment, clock));
  });

  router.post('/payments/:reference/refund', authorizer.requires('refund'), async (request, response) => {
    const { amount, reason } = validate(refundSchema, request.body);
    const { reference } = await paymentOf(request, response);
    const principal = principalOf(response);
    const may = { by: byOf(principal), upTo: refundUpToOf(principal), reason };
    const payment = await payments.refund(reference, amount, idempotencyKey(request), may);
    response.json(toView(payment, clock));
  });

  router.post('/payments/:reference/release', authorizer.requires('release'), async (request, response) => {
    validate(cancelSchema, request.body ?? {});
    const { reference } = await paymentOf(request, response);
    const by = byOf(principalOf(response));
    response.json(toView(await payments.release(reference, idempotencyKey(request), by), clock));
  });

  router.post('/payments/:reference/stop', authorizer.requires('stop'), async (request, response) => {
    validate(cancelSchema, request.body ?? {});
    const { reference } = await paymentOf(request, response);
    const by = byOf(principalOf(response));
    response.json(toView(await payments.stopAgreement(reference, idempotencyKey(request), by), clock));
  });

  return router;
}

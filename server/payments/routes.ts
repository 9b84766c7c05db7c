// HTTP <-> till.
import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Clock } from '../clock.ts';
import {
  cancelSchema,
  captureSchema,
  type History,
  listQuerySchema,
  newPaymentSchema,
  type PaymentList,
  refundSchema,
  type TillPayment,
  type TillView,
} from '../contract.ts';
import { toErrorAnswer, validate } from '../http/errors.ts';
import { hasVersion, idempotencyKey, waitMs } from '../http/requests.ts';
import type { Store } from '../store/store.ts';
import type { News } from './news.ts';
import type { Payment } from './payment.ts';
import { Refusal } from './refusal.ts';
import type { Payments } from './till.ts';
import { toView, whatToShow } from './view.ts';

export type RoutesDeps = { tills: TillView[]; payments: Payments; store: Store; news: News; clock: Clock };

/** An image that a browser may show but never run, even when it is opened on its own. */
const imageHeaders = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'Content-Disposition': 'inline; filename="qr"',
};

export function createPaymentRoutes(deps: RoutesDeps): Router {
  const { payments, store, news, clock } = deps;
  const router = Router();
  const tills = new Map(deps.tills.map((till) => [till.id, { till, tag: tagOf(till) }]));

  function tillOf(request: Request<{ till: string }>) {
    const found = tills.get(request.params.till);
    if (found === undefined) throw new Refusal('not_found', `There is no till ${request.params.till}.`);
    return found;
  }

  async function paymentOf(request: Request<{ reference: string }>): Promise<Payment> {
    const { reference } = request.params;
    const payment = await store.find(reference);
    if (payment === null) throw new Refusal('not_found', `There is no payment ${reference}.`);
    return payment;
  }

  router.post('/tills/:till/payments', async (request, response) => {
    const { till } = tillOf(request);
    const sale = validate(newPaymentSchema, request.body);
    const answer = await payments.start(till, sale, idempotencyKey(request));
    response.location(`/api/payments/${answer.payment.reference}`);
    if (answer.outcome === 'presented') {
      response.status(201).json(toView(answer.payment, clock));
      return;
    }
    const { status, body } = toErrorAnswer(answer.outcome, answer.message);
    response.status(status).json(body);
  });

  router.get('/tills/:till/payment', async (request, response) => {
    const { till, tag } = tillOf(request);
    const holdMs = waitMs(request);
    const untilMs = clock.monotonicMs() + holdMs;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    if (holdMs > 0) response.set('Preference-Applied', `wait=${holdMs / 1000}`);
    for (;;) {
      const seen = news.last(till.id);
      const { payment, changesInMs } = whatToShow(await store.findNewest(till.id), clock.steadyMs());
      if (payment !== null && payments.isStuck(payment.reference)) {
        throw new Refusal(
          'storage_unavailable',
          'What becomes of the payment cannot be stored. Trying again.',
        );
      }
      const etag = payment === null ? `"${tag}.idle"` : `"${tag}.${payment.reference}.${payment.version}"`;
      const leftMs = untilMs - clock.monotonicMs();
      const same = hasVersion(request, etag);
      if (!same || leftMs <= 0 || gone.signal.aborted || news.closed()) {
        answerTill(response, clock.nowMs(), etag, same, { till, payment: payment && toView(payment, clock) });
        return;
      }
      await news.after(till.id, seen, Math.min(leftMs, changesInMs ?? leftMs), gone.signal);
    }
  });

  router.get('/payments', async (request, response) => {
    const found = await store.list(validate(listQuerySchema, request.query));
    const body: PaymentList = {
      payments: found.payments.map((payment) => toView(payment, clock)),
      cursor: found.cursor,
    };
    response.json(body);
  });

  router.get('/payments/:reference', async (request, response) => {
    response.json(toView(await paymentOf(request), clock));
  });

  router.get('/payments/:reference/events', async (request, response) => {
    const { reference } = await paymentOf(request);
    const entries = await store.readHistory(reference);
    const body: History = {
      events: entries.map(({ atMs, ...entry }) => ({ ...entry, at: new Date(atMs).toISOString() })),
    };
    response.json(body);
  });

  router.get('/payments/:reference/qr', async (request, response) => {
    const { reference } = await paymentOf(request);
    const image = await store.findImage(reference);
    if (image === null) throw new Refusal('not_found', 'This payment has no QR that can be scanned.');
    response.set(imageHeaders).type(image.contentType).send(image.bytes);
  });

  router.post('/payments/:reference/cancel', async (request, response) => {
    validate(cancelSchema, request.body ?? {});
    response.json(toView(await payments.cancel(request.params.reference), clock));
  });

  router.post('/payments/:reference/capture', async (request, response) => {
    const { amount } = validate(captureSchema, request.body ?? {});
    const { reference } = request.params;
    const payment = await payments.capture(reference, amount ?? null, idempotencyKey(request));
    response.json(toView(payment, clock));
  });

  router.post('/payments/:reference/refund', async (request, response) => {
    const { amount } = validate(refundSchema, request.body);
    const { reference } = request.params;
    const payment = await payments.refund(reference, amount, idempotencyKey(request));
    response.json(toView(payment, clock));
  });

  return router;
}

/** Changes when the till's own settings do, so that no screen keeps an old name. */
function tagOf(till: TillView): string {
  return createHash('sha256').update(JSON.stringify(till)).digest('base64url').slice(0, 8);
}

function answerTill(response: Response, nowMs: number, etag: string, same: boolean, body: TillPayment): void {
  // Node keeps its own for up to a second: with `expiresAt` of another moment it would tell screens a wrong time left.
  response.set('Date', new Date(nowMs).toUTCString());
  response.set('ETag', etag);
  if (same) response.status(304).end();
  else response.json(body);
}

// HTTP <-> a till: starting a sale, signing up a subscriber, and what the till shows now.
import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { byOf } from '../access/caller.ts';
import type { Displays } from '../access/displays.ts';
import { callerOf, type Door } from '../access/door.ts';
import { tillNamed } from '../access/till-named.ts';
import type { Clock } from '../clock.ts';
import { newAgreementSchema, newPaymentSchema, type TillPayment, type TillView } from '../contract.ts';
import { toErrorAnswer, validate } from '../http/errors.ts';
import { hasVersion, idempotencyKey, waitMs } from '../http/requests.ts';
import { Refusal } from '../refusal.ts';
import type { StartAnswer, Store } from '../store/store.ts';
import type { News } from './news.ts';
import type { Payments } from './till.ts';
import { toView, whatToShow } from './view.ts';

export type TillRoutesDeps = {
  tills: readonly TillView[];
  payments: Payments;
  store: Store;
  news: News;
  door: Door;
  displays: Displays;
  clock: Clock;
};

type Seen = {
  body: TillPayment;
  etag: string;
  /** When it changes by itself, though nobody does anything; null is never. */
  changesInMs: number | null;
};

const soonest = (...times: (number | null)[]) =>
  Math.min(...times.map((ms) => ms ?? Number.POSITIVE_INFINITY));

export function createTillRoutes(deps: TillRoutesDeps): Router {
  const { payments, store, news, door, displays, clock } = deps;
  const router = Router();
  const tillOf = (request: Request) => tillNamed(request, deps.tills);
  const tags = new Map(deps.tills.map((till) => [till.id, tagOf(till)]));

  function answerStart(response: Response, { outcome, message, payment }: StartAnswer): void {
    response.location(`/api/payments/${payment.reference}`);
    if (outcome === 'presented') {
      response.status(201).json(toView(payment, clock));
      return;
    }
    const { status, body } = toErrorAnswer(outcome, message);
    response.status(status).json(body);
  }

  router.post('/tills/:till/payments', door.may('charge'), async (request, response) => {
    const till = tillOf(request);
    const sale = validate(newPaymentSchema, request.body);
    const by = byOf(callerOf(response));
    answerStart(response, await payments.start(till, sale, idempotencyKey(request), by));
  });

  router.post('/tills/:till/agreements', door.may('charge'), async (request, response) => {
    const till = tillOf(request);
    const agreement = validate(newAgreementSchema, request.body);
    const by = byOf(callerOf(response));
    answerStart(response, await payments.startAgreement(till, agreement, idempotencyKey(request), by));
  });

  /** @param identifiesForMs for how much longer the display that asks is to show which one it is. */
  async function look(till: TillView, identifiesForMs: number): Promise<Seen> {
    const { payment, changesInMs } = whatToShow(await store.findNewest(till.id), clock.steadyMs());
    if (payment !== null && payments.isStuck(payment.reference)) {
      throw new Refusal('storage_unavailable', 'What becomes of the payment cannot be stored. Trying again.');
    }
    const identify = identifiesForMs > 0;
    const version = payment === null ? 'idle' : `${payment.reference}.${payment.version}`;
    return {
      body: { till, payment: payment && toView(payment, clock), identify },
      etag: `"${tags.get(till.id)}.${version}${identify ? '.identify' : ''}"`,
      changesInMs: identify ? soonest(changesInMs, identifiesForMs) : changesInMs,
    };
  }

  router.get('/tills/:till/payment', async (request, response) => {
    const { till: id } = request.params;
    const holdMs = waitMs(request);
    const untilMs = clock.monotonicMs() + holdMs;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    for (let round = 0; ; round += 1) {
      const told = news.last(id);
      // [P8] Asked anew after each wait: a display that was cut off, or staff who signed out meanwhile, read nothing more.
      const caller = await door.permit(request, 'watch_till', id);
      const display = caller.kind === 'display' ? caller : null;
      if (display !== null && round === 0) await displays.saw(display.id);
      const seen = await look(tillOf(request), display === null ? 0 : displays.identifiesForMs(display.id));
      const leftMs = untilMs - clock.monotonicMs();
      const same = hasVersion(request, seen.etag);
      if (!same || leftMs <= 0 || gone.signal.aborted || news.closed()) {
        if (holdMs > 0) response.set('Preference-Applied', `wait=${holdMs / 1000}`);
        answerTill(response, clock.nowMs(), seen, same);
        return;
      }
      await news.after(id, told, soonest(leftMs, seen.changesInMs), gone.signal);
    }
  });

  return router;
}

/** Changes when the till's own settings do, so that no screen keeps an old name. */
function tagOf(till: TillView): string {
  return createHash('sha256').update(JSON.stringify(till)).digest('base64url').slice(0, 8);
}

function answerTill(response: Response, nowMs: number, { etag, body }: Seen, same: boolean): void {
  // Node keeps its own for up to a second: with `expiresAt` of another moment it would tell screens a wrong time left.
  response.set('Date', new Date(nowMs).toUTCString());
  response.set('ETag', etag);
  if (same) response.status(304).end();
  else response.json(body);
}

// HTTP <-> a till: starting a sale, and what the till shows now.
import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { byOf } from '../access/caller.ts';
import type { Displays } from '../access/displays.ts';
import { callerOf, type Door } from '../access/door.ts';
import type { Clock } from '../clock.ts';
import { newPaymentSchema, type TillPayment, type TillView } from '../contract.ts';
import { toErrorAnswer, validate } from '../http/errors.ts';
import { hasVersion, idempotencyKey, waitMs } from '../http/requests.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
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
  const tills = new Map(deps.tills.map((till) => [till.id, { till, tag: tagOf(till) }]));

  function tillOf(request: Request) {
    const id = String(request.params['till']);
    const found = tills.get(id);
    if (found === undefined) throw new Refusal('not_found', `There is no till ${id}.`);
    return found;
  }

  router.post('/tills/:till/payments', door.may('charge'), async (request, response) => {
    const { till } = tillOf(request);
    const sale = validate(newPaymentSchema, request.body);
    const answer = await payments.start(till, sale, idempotencyKey(request), byOf(callerOf(response)));
    response.location(`/api/payments/${answer.payment.reference}`);
    if (answer.outcome === 'presented') {
      response.status(201).json(toView(answer.payment, clock));
      return;
    }
    const { status, body } = toErrorAnswer(answer.outcome, answer.message);
    response.status(status).json(body);
  });

  /** @param identifiesForMs for how much longer the display that asks is to show which one it is. */
  async function look(
    { till, tag }: { till: TillView; tag: string },
    identifiesForMs: number,
  ): Promise<Seen> {
    const { payment, changesInMs } = whatToShow(await store.findNewest(till.id), clock.steadyMs());
    if (payment !== null && payments.isStuck(payment.reference)) {
      throw new Refusal('storage_unavailable', 'What becomes of the payment cannot be stored. Trying again.');
    }
    const identify = identifiesForMs > 0;
    const version = payment === null ? 'idle' : `${payment.reference}.${payment.version}`;
    return {
      body: { till, payment: payment && toView(payment, clock), identify },
      etag: `"${tag}.${version}${identify ? '.identify' : ''}"`,
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

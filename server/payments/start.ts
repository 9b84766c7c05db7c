// Starting a sale: stored first, then asked of Vipps, then on the screen, or known why not.
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { NewPayment, Problem, TillView } from '../contract.ts';
import type { StartAnswer, Store, StoredHistoryEntry } from '../store/store.ts';
import { certainlyNotDone, isVippsError, VippsRejected } from '../vipps/errors.ts';
import { type Gateway, type Presented, StartUnfinished } from '../vipps/gateway.ts';
import { describe } from './agenda.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Ledger } from './ledger.ts';
import type { News } from './news.ts';
import { isFinal, type Payment, type PaymentEvent } from './payment.ts';
import { Refusal } from './refusal.ts';
import type { Watch } from './watch.ts';

/** A payment lives 10 minutes in all; the QR's own `expiresIn` says how long it can be scanned. */
const paymentLifeMs = 10 * 60_000;
/** A customer and a cashier wait for this: after it the start is given up and what is left of it is closed. */
const startDeadlineMs = 9_000;

export type StartDeps = {
  store: Store;
  ledger: Ledger;
  gateway: Gateway;
  watch: Watch;
  news: News;
  clock: Clock;
  newReference: (till: string) => string;
  log: Logger;
};

function problemOf(error: unknown): Problem {
  const cause = error instanceof StartUnfinished ? error.cause : error;
  if (cause instanceof VippsRejected) {
    return { code: 'vipps_rejected', message: `Vipps MobilePay refused: ${cause.reason}` };
  }
  return { code: 'vipps_unavailable', message: 'Vipps MobilePay could not be reached.' };
}

/** @param problem why there is no QR; null when there is one. Its code is always one of the two outcomes. */
function answerFor(payment: Payment, problem: Problem | null): StartAnswer {
  if (problem === null) return { outcome: 'presented', message: '', payment };
  return { outcome: problem.code as StartAnswer['outcome'], message: problem.message, payment };
}

/** What a start came to, read off the payment; used when the answer itself was never stored. */
export function answerOf(payment: Payment): StartAnswer {
  const { problem } = payment;
  if (payment.state === 'started') {
    return { outcome: 'vipps_unavailable', message: 'The sale is still being started.', payment };
  }
  const failed = payment.state === 'failed' || payment.closingFor === 'start';
  const known = problem?.code === 'vipps_rejected' || problem?.code === 'vipps_unavailable';
  return answerFor(payment, failed && known ? problem : null);
}

export type Starts = {
  /**
   * Resolves when the QR is ready, or it is known why there is none.
   * @throws Refusal `till_busy`, `idempotency_mismatch` or `invalid_request`; nothing has been started then.
   */
  start(till: TillView, sale: NewPayment, idempotencyKey: string | null): Promise<StartAnswer>;
  isUnderWay(reference: string): boolean;
  /** Resolves once no start is under way; those that are get `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

export function createStarts(deps: StartDeps): Starts {
  const { store, ledger, gateway, watch, clock, log } = deps;
  const starting = new Map<string, Promise<StartAnswer>>();
  const stopping = new AbortController();
  let closed = false;

  function newPayment(till: TillView, sale: NewPayment): Payment {
    const nowMs = clock.nowMs();
    return {
      ...{ reference: deps.newReference(till.id), till: till.id, api: 'ecom', state: 'started' },
      ...{ amount: sale.amount, text: sale.text === '' ? till.name : sale.text, lines: sale.lines },
      ...{ qrExpiresAtMs: null, expiresAtMs: nowMs + paymentLifeMs, closingFor: null },
      ...{ capture: 'none', reservedAmount: 0, capturedAmount: 0, refundedAmount: 0, refundingAmount: 0 },
      ...{
        endedBy: null,
        problem: null,
        createdAtMs: nowMs,
        endedAtMs: null,
        updatedAtMs: nowMs,
        version: 1,
      },
    };
  }

  async function ask(payment: Payment): Promise<Presented> {
    const deadline = new AbortController();
    const settled = new AbortController();
    clock.sleep(startDeadlineMs, settled.signal).then(() => deadline.abort());
    try {
      return await gateway.start(payment, AbortSignal.any([deadline.signal, stopping.signal]));
    } finally {
      settled.abort();
    }
  }

  /** The outcome of a start must not be lost to a database that is busy for a moment. */
  async function insist<T>(write: () => Promise<T>): Promise<T> {
    for (let triesLeft = 4; ; triesLeft -= 1) {
      try {
        return await write();
      } catch (error) {
        if (triesLeft === 0) throw error;
        log.error({ err: error }, 'the outcome of a start could not be stored; trying again');
        await clock.sleep(1_000);
      }
    }
  }

  /** [P1] Refused means that nothing exists at Vipps; everything else may exist, and is closed there first. */
  async function bringToScreen(payment: Payment): Promise<StartAnswer> {
    const { reference } = payment;
    let event: PaymentEvent;
    let image: Presented['image'] | undefined;
    try {
      const presented = await ask(payment);
      image = presented.image;
      event = { type: 'presented', qrExpiresAtMs: clock.nowMs() + presented.expiresInMs };
    } catch (error) {
      log.warn({ reference, ...describe(error instanceof StartUnfinished ? error.cause : error) }, 'start');
      const nothingThere = isVippsError(error) && certainlyNotDone(error);
      event = { type: nothingThere ? 'refused' : 'unfinished', problem: problemOf(error) };
    }
    const problem = 'problem' in event ? event.problem : null;
    const answer = (now: Payment) => answerFor(now, problem);
    const now = await insist(() => ledger.change(reference, event, { image, answer }));
    if (!isFinal(now.state)) watch.begin(reference);
    return answer(now);
  }

  async function repeated(found: { payment: Payment; fingerprint: string }, fingerprint: string) {
    if (found.fingerprint !== fingerprint) {
      throw new Refusal('idempotency_mismatch', 'This Idempotency-Key was used for another request.');
    }
    const { reference } = found.payment;
    const underWay = starting.get(reference);
    return underWay ?? (await store.findAnswer(reference)) ?? answerOf(found.payment);
  }

  async function start(
    till: TillView,
    sale: NewPayment,
    idempotencyKey: string | null,
  ): Promise<StartAnswer> {
    if (sale.amount.currency !== till.currency) {
      throw new Refusal('invalid_request', `amount.currency: this till sells in ${till.currency}.`);
    }
    const fingerprint = fingerprintOf(sale);
    const found = idempotencyKey === null ? null : await store.findByKey(till.id, idempotencyKey);
    if (found !== null) return repeated(found, fingerprint);
    if (closed) throw new Refusal('vipps_unavailable', 'The server is stopping.');
    const payment = newPayment(till, sale);
    const entry: StoredHistoryEntry = {
      ...{ version: 1, atMs: payment.createdAtMs, event: 'created', state: payment.state },
      detail: { amount: payment.amount, text: payment.text },
    };
    const asked = idempotencyKey === null ? null : { idempotencyKey, fingerprint };
    const created = await store.create(payment, entry, asked);
    // The same key came twice at once, and the other was first.
    if (created === 'key_taken') return start(till, sale, idempotencyKey);
    if (created === 'till_busy') {
      throw new Refusal('till_busy', 'A payment is on this till already. Finish or cancel it first.');
    }
    log.info({ reference: payment.reference, till: till.id, amount: payment.amount }, 'payment started');
    deps.news.tell(till.id);
    const answer = bringToScreen(payment).finally(() => starting.delete(payment.reference));
    starting.set(payment.reference, answer);
    return answer;
  }

  return {
    start,
    isUnderWay: (reference) => starting.has(reference),
    async stop(graceMs) {
      closed = true;
      const over = new AbortController();
      const all = Promise.allSettled(starting.values()).finally(() => over.abort());
      await Promise.race([all, clock.sleep(graceMs, over.signal)]);
      stopping.abort();
      await all;
    },
  };
}

// Starting a sale: stored first, then brought to the screen. A repeat of the same request gets the same answer.
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { By, NewPayment, TillView } from '../contract.ts';
import { Refusal } from '../refusal.ts';
import type { StartAnswer, Store } from '../store/store.ts';
import type { Gateway } from '../vipps/gateway.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Ledger } from './ledger.ts';
import { answerFor, createOpening } from './opening.ts';
import type { Payment } from './payment.ts';
import { nextReference } from './reference.ts';
import { paymentLifeMs } from './signs.ts';
import type { Watch } from './watch.ts';

/** Who asked gets an answer by then, even if what became of the start cannot be stored yet. */
const answerWithinMs = 15_000;

export type StartDeps = {
  store: Store;
  ledger: Ledger;
  gateway: Gateway;
  watch: Watch;
  clock: Clock;
  newReference: (till: string) => string;
  /** How sales are made. */
  api: Payment['api'];
  log: Logger;
};

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
  start(till: TillView, sale: NewPayment, idempotencyKey: string | null, by?: By): Promise<StartAnswer>;
  isUnderWay(reference: string): boolean;
  /** Resolves once no start is under way; those that are get `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

export function createStarts(deps: StartDeps): Starts {
  const { store, ledger, clock } = deps;
  const starting = new Map<string, Promise<StartAnswer>>();
  const stopping = new AbortController();
  let closed = false;
  const open = createOpening({
    ...deps,
    again(payment) {
      const reference = nextReference(payment.reference);
      return reference === null ? null : { ...payment, reference, ...timesOfNow() };
    },
    onStartedOver(from, to) {
      const underWay = starting.get(from.reference);
      if (underWay !== undefined) track(to.reference, underWay);
    },
  });

  function track(reference: string, answer: Promise<StartAnswer>): void {
    starting.set(reference, answer);
    answer.catch(() => undefined).finally(() => starting.delete(reference));
  }

  function timesOfNow() {
    const nowMs = clock.nowMs();
    return { createdAtMs: nowMs, updatedAtMs: nowMs, expiresAtMs: clock.steadyMs() + paymentLifeMs };
  }

  function newPayment(till: TillView, sale: NewPayment): Payment {
    return {
      ...{ reference: deps.newReference(till.id), till: till.id, api: deps.api, state: 'started' },
      ...{ amount: sale.amount, text: sale.text === '' ? till.name : sale.text, lines: sale.lines },
      ...{ qrExpiresAtMs: null, closingFor: null, endedBy: null, endedAtMs: null, problem: null },
      ...{ capture: 'none', reservedAmount: 0, capturedAmount: 0, refundedAmount: 0, refundingAmount: 0 },
      ...timesOfNow(),
      version: 1,
    };
  }

  /** Who asked does not wait forever; the start itself goes on. */
  async function inTime(answer: Promise<StartAnswer>): Promise<StartAnswer> {
    const over = new AbortController();
    const late = clock.sleep(answerWithinMs, over.signal).then(() => {
      if (!over.signal.aborted) throw new Error('what became of a start is not stored yet');
      return answer;
    });
    return Promise.race([answer, late]).finally(() => over.abort());
  }

  async function repeated(found: { payment: Payment; fingerprint: string }, fingerprint: string) {
    if (found.fingerprint !== fingerprint) {
      throw new Refusal('idempotency_mismatch', 'This Idempotency-Key was used for another request.');
    }
    const { reference } = found.payment;
    const underWay = starting.get(reference);
    if (underWay !== undefined) return inTime(underWay);
    return (await store.findAnswer(reference)) ?? answerOf(found.payment);
  }

  async function start(
    till: TillView,
    sale: NewPayment,
    idempotencyKey: string | null,
    by?: By,
  ): Promise<StartAnswer> {
    if (sale.amount.currency !== till.currency) {
      throw new Refusal('invalid_request', `amount.currency: this till sells in ${till.currency}.`);
    }
    const fingerprint = fingerprintOf(sale);
    const found = idempotencyKey === null ? null : await store.findByKey(till.id, idempotencyKey);
    if (found !== null) return repeated(found, fingerprint);
    if (closed) throw new Refusal('vipps_unavailable', 'The server is stopping.');
    const payment = newPayment(till, sale);
    const asked = idempotencyKey === null ? null : { idempotencyKey, fingerprint };
    const created = await ledger.create(payment, asked, by ?? null);
    // The same key came twice at once, and the other was first.
    if (created === 'key_taken') return start(till, sale, idempotencyKey, by);
    if (created === 'till_busy') {
      throw new Refusal('till_busy', 'A payment is on this till already. Finish or cancel it first.');
    }
    const answer = open(payment, stopping.signal);
    track(payment.reference, answer);
    return inTime(answer);
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

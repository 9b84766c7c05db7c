// Starting a sale: stored first, then brought to the screen. A repeat of the same request gets the same answer.
import type { Logger } from 'pino';
import type { By, TillView } from '../../contract/payments.ts';
import { type Clock, late, within } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { StartAnswer, Store } from '../../store/store.ts';
import type { Gateway } from '../../vipps/gateway.ts';
import { fingerprintOf } from '../idempotency.ts';
import type { Ledger } from '../ledger.ts';
import { isSameSale, newPayment, type SoldBy, timesOf, type Wanted } from '../payment/new-payment.ts';
import { isFinal } from '../payment/transitions.ts';
import type { Payment } from '../payment/types.ts';
import type { Watch } from '../watch/watch.ts';
import { type NextAttempt, nextAttempt } from './attempts.ts';
import { createPresenting } from './present.ts';
import { answerFor, whyNoCode } from './start-problems.ts';
import { createUnderWay } from './under-way.ts';

/** Who asked gets an answer by then, even if what became of the start cannot be stored yet. */
const answerWithinMs = 15_000;

export type StartDeps = {
  store: Store;
  ledger: Ledger;
  gateway: Gateway;
  watch: Watch;
  clock: Clock;
  newReference: (till: TillView) => string;
  /** How the sales of a till are made. */
  soldBy: (till: TillView) => SoldBy;
  log: Logger;
};

/** What a start came to, read off the payment; used when the answer itself was never stored. */
export function answerOf(payment: Payment): StartAnswer {
  const { problem } = payment;
  if (payment.state === 'started') {
    return { outcome: 'vipps_unavailable', message: 'The sale is still being started.', payment };
  }
  const failed = payment.state === 'failed' || payment.closingFor === 'start';
  const isWhy = problem !== null && whyNoCode.includes(problem.code);
  return answerFor(payment, failed && isWhy ? problem : null);
}

export type Starts = {
  /**
   * Resolves when the QR is ready, or it is known why there is none.
   * @param body what was asked for, as it came: a repeat under the same key has to be the same.
   * @throws Refusal `till_busy`, `idempotency_mismatch` or `wrong_state`; nothing has been started then.
   */
  start(
    till: TillView,
    wanted: Wanted,
    asked: { key: string | null; body: unknown },
    by?: By,
  ): Promise<StartAnswer>;
  isUnderWay(reference: string): boolean;
  /** Resolves once no start is under way; those that are get `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

export function createStarts(deps: StartDeps): Starts {
  const { store, ledger, clock } = deps;
  const underWay = createUnderWay();
  const stopping = new AbortController();
  let closed = false;
  const open = createPresenting({ ...deps, underWay });

  /** Who asked does not wait forever; the start itself goes on. */
  async function waitFor(answer: Promise<StartAnswer>): Promise<StartAnswer> {
    const inTime = await within(clock, answerWithinMs, answer);
    if (inTime === late) throw new Error('what became of a start is not stored yet');
    return inTime;
  }

  async function repeated(found: { payment: Payment; fingerprint: string }, fingerprint: string) {
    if (found.fingerprint !== fingerprint) {
      throw new Refusal('idempotency_mismatch', 'This Idempotency-Key was used for another request.');
    }
    return (await answerUnder(found.payment.reference)) ?? answerOf(found.payment);
  }

  /**
   * A caller's own reference names one sale: asked for again it is the same payment while it is open, and a new one once it has
   * ended unpaid. It is never paid twice.
   */
  async function resolveOwn(
    till: TillView,
    wanted: Wanted,
    sale: Pick<Payment, 'msn' | 'base'>,
  ): Promise<NextAttempt | StartAnswer> {
    const { base } = sale;
    const next = await nextAttempt(store, sale);
    const { last } = next;
    if (last === null) return next;
    if (last.till !== till.id) throw new Refusal('wrong_state', `The reference ${base} is taken.`);
    if (last.state === 'approved') throw new Refusal('wrong_state', `The sale ${base} is paid already.`);
    if (last.state === 'closing') {
      throw new Refusal(
        'wrong_state',
        `The last try of the sale ${base} is not over yet. Ask again in a moment.`,
      );
    }
    if (isFinal(last.state)) return next;
    if (!isSameSale(last, wanted)) {
      throw new Refusal('idempotency_mismatch', `The reference ${base} is in use for another sale.`);
    }
    return (await answerUnder(last.reference)) ?? answerOf(last);
  }

  async function answerUnder(reference: string): Promise<StartAnswer | null> {
    const answer = underWay.find(reference);
    return answer === undefined ? store.findAnswer(reference) : waitFor(answer);
  }

  const start: Starts['start'] = async (till, wanted, asked, by) => {
    const fingerprint = fingerprintOf(asked.body);
    const found = asked.key === null ? null : await store.findByKey(till.id, asked.key);
    if (found !== null) return repeated(found, fingerprint);
    if (closed) throw new Refusal('vipps_unavailable', 'The server is stopping.');
    const soldBy = deps.soldBy(till);
    const base = wanted.reference ?? deps.newReference(till);
    const next =
      wanted.reference === null
        ? { reference: base, attempt: 1 }
        : await resolveOwn(till, wanted, { msn: soldBy.msn, base });
    if ('outcome' in next) return next;
    const { reference, attempt } = next;
    const payment = newPayment({ reference, base, attempt }, till, wanted, soldBy, timesOf(clock));
    const key = asked.key === null ? null : { idempotencyKey: asked.key, fingerprint };
    const created = await ledger.create(payment, key, by ?? null);
    // The same key or reference came twice at once, and the other was first.
    if (created === 'key_taken' || created === 'reference_taken') return start(till, wanted, asked, by);
    if (created === 'till_busy') {
      throw new Refusal('till_busy', 'A payment is on this till already. Finish or cancel it first.');
    }
    const answer = open(payment, stopping.signal);
    underWay.add(reference, answer);
    return waitFor(answer);
  };

  return {
    start,
    isUnderWay: (reference) => underWay.find(reference) !== undefined,
    async stop(graceMs) {
      closed = true;
      const all = underWay.settled();
      await within(clock, graceMs, all);
      stopping.abort();
      await all;
    },
  };
}

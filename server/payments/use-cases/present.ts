// Bringing a stored sale to the screen: asked of Vipps, started over when its start was lost, or known why not.
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { Refusal } from '../../core/refusal.ts';
import type { StartAnswer } from '../../store/store.ts';
import {
  type Gateway,
  type PolledOrder,
  type Presented,
  ReferenceTaken,
  StartUnfinished,
} from '../../vipps/gateway.ts';
import { certainlyNotDone, isVippsError } from '../../vipps/http/errors.ts';
import type { CommitExtras, Ledger } from '../ledger.ts';
import { linesRefused } from '../payment/problems.ts';
import { isFinal } from '../payment/transitions.ts';
import type { Payment, PaymentEvent } from '../payment/types.ts';
import { observedOf } from '../watch/poll.ts';
import { describe } from '../watch/schedule.ts';
import type { Watch } from '../watch/watch.ts';
import { createStartOver, type StartOverDeps } from './start-over.ts';
import { answerFor, problemOf } from './start-problems.ts';
import type { UnderWay } from './under-way.ts';

/** A customer and a cashier wait for this: after it the start is given up and what is left of it is closed. */
const deadlineMs = 9_000;
/** A database that cannot be written is tried again after this, growing up to the second. */
const storeAgainMs = { first: 500, most: 10_000 };

export type PresentingDeps = {
  store: StartOverDeps['store'];
  ledger: Ledger;
  gateway: Gateway;
  watch: Watch;
  clock: Clock;
  underWay: Pick<UnderWay, 'goOn'>;
  log: Logger;
};

export type Open = (payment: Payment, stopping: AbortSignal) => Promise<StartAnswer>;

/** There is nothing to say but what the payment is. */
const asItIs = (now: Payment) => answerFor(now, null);

/** @returns `open`, which resolves once what became of the start is stored, and rejects only when the server stops before. */
export function createPresenting(deps: PresentingDeps): Open {
  const { ledger, gateway, watch, underWay, clock, log } = deps;
  const startOver = createStartOver(deps);

  /** What became of a start must not be lost to a database that cannot be written for a while. */
  async function insist(reference: string, event: PaymentEvent, extras: CommitExtras, stopping: AbortSignal) {
    for (let pauseMs = storeAgainMs.first; ; pauseMs = Math.min(pauseMs * 2, storeAgainMs.most)) {
      try {
        return await ledger.change(reference, event, extras);
      } catch (error) {
        if (error instanceof Refusal || stopping.aborted) throw error;
        log.error({ reference, err: error }, 'what became of a start could not be stored; trying again');
        await clock.sleep(pauseMs, stopping);
      }
    }
  }

  async function shown(payment: Payment, presented: Presented, stopping: AbortSignal) {
    const { image, expiresInMs, agreement, linesRefused: why } = presented;
    if (why !== undefined) {
      const event = { type: 'lines_refused', problem: linesRefused(why) } as const;
      await insist(payment.reference, event, {}, stopping);
    }
    const qrExpiresAtMs = clock.steadyMs() + expiresInMs;
    const event = { type: 'presented', qrExpiresAtMs, ...(agreement ? { agreement } : {}) } as const;
    const now = await insist(payment.reference, event, { image, answer: asItIs }, stopping);
    watch.begin(payment.reference);
    return asItIs(now);
  }

  /** [P1] Refused means that nothing exists at Vipps; everything else may exist, and is closed there first. */
  async function givenUp(payment: Payment, error: unknown, stopping: AbortSignal) {
    const { reference } = payment;
    const problem = problemOf(error);
    const answer = (now: Payment) => answerFor(now, problem);
    const agreement = error instanceof StartUnfinished ? error.agreement : null;
    const isRefused = isVippsError(error) && certainlyNotDone(error);
    const event: PaymentEvent = isRefused
      ? { type: 'refused', problem }
      : { type: 'unfinished', problem, ...(agreement ? { agreement } : {}) };
    const now = await insist(reference, event, { answer }, stopping);
    if (!isFinal(now.state)) watch.begin(reference);
    return answer(now);
  }

  /** The customer is not asked again for what an earlier record of ours, now lost, has seen paid. */
  async function found(payment: Payment, seen: PolledOrder, stopping: AbortSignal): Promise<StartAnswer> {
    const now = await insist(payment.reference, observedOf(seen), { answer: asItIs }, stopping);
    watch.begin(payment.reference);
    return asItIs(now);
  }

  /** @param mayBeLost not one whose start was lost before: twice lost is given up. */
  async function attempt(
    payment: Payment,
    mayBeLost: boolean,
    signal: AbortSignal,
    stopping: AbortSignal,
  ): Promise<StartAnswer> {
    let presented: Presented;
    try {
      presented = await gateway.start(payment, signal);
    } catch (error) {
      const { reference } = payment;
      log.warn({ reference, ...describe(error instanceof StartUnfinished ? error.cause : error) }, 'start');
      const isLost = error instanceof StartUnfinished && error.lost;
      const mayGoOn = error instanceof ReferenceTaken || (isLost && mayBeLost);
      const wentOn = mayGoOn && !signal.aborted ? await startOver(payment, error, signal) : null;
      if (wentOn === null) return givenUp(payment, error, stopping);
      if ('found' in wentOn) return found(payment, wentOn.found, stopping);
      underWay.goOn(reference, wentOn.next.reference);
      watch.begin(reference);
      return attempt(wentOn.next, mayBeLost && !isLost, signal, stopping);
    }
    return shown(payment, presented, stopping);
  }

  return async (payment, stopping) => {
    const deadline = new AbortController();
    const settled = new AbortController();
    clock.sleep(deadlineMs, settled.signal).then(() => deadline.abort());
    try {
      return await attempt(payment, true, AbortSignal.any([deadline.signal, stopping]), stopping);
    } finally {
      settled.abort();
    }
  };
}

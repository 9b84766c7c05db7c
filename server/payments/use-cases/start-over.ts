// What becomes of a sale whose start came to nothing that could be shown: it is looked up, and goes on under its next reference.
import type { Logger } from 'pino';
import type { Problem } from '../../contract/payments.ts';
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../store/store.ts';
import { type Gateway, type PolledOrder, ReferenceTaken, type StartUnfinished } from '../../vipps/gateway.ts';
import type { Ledger } from '../ledger.ts';
import { timesOf } from '../payment/new-payment.ts';
import type { Payment } from '../payment/types.ts';
import { describe } from '../watch/schedule.ts';
import { type CancelDeps, createCancels } from '../watch/send-cancel.ts';
import { nextAttempt } from './attempts.ts';

export type StartOverDeps = {
  store: Pick<Store, 'findTries' | 'findNamed'> & CancelDeps['store'];
  ledger: Ledger;
  gateway: Pick<Gateway, 'poll' | 'cancel' | 'release'>;
  clock: Clock;
  log: Logger;
};

/**
 * `next`: the sale as it goes on, stored. `found`: it had been paid before, and our record of that was lost. null: Vipps does not
 * answer this either, or staff have cancelled meanwhile.
 */
export type WentOn = { next: Payment } | { found: PolledOrder } | null;

const pollAgainMs = 1_000;

const isOver = (seen: PolledOrder) => seen.cancelled || seen.expired;
const isPaid = (seen: PolledOrder) =>
  seen.accepted || seen.capturedAmount > 0 || (seen.reservedAmount > 0 && !seen.cancelled);

/** The agreement that Vipps has named by now. */
function withNames(payment: Payment, { agreement: names }: PolledOrder): Payment {
  const { agreement } = payment;
  return agreement === null || names === undefined
    ? payment
    : { ...payment, agreement: { ...agreement, ...names } };
}

/**
 * Nobody has seen a code of this order. A start that was lost is never repeated: what it made, if anything, is cancelled. What has the
 * reference already is ours only where Vipps shows that it is (P11): then a paid one counts, and any other is cancelled. What another
 * system made is left alone.
 */
export function createStartOver(deps: StartOverDeps) {
  const { store, ledger, gateway, clock, log } = deps;
  const cancel = createCancels(deps);

  async function begin(payment: Payment, code: 'started_over' | 'not_ours', why: string): Promise<Payment> {
    const { reference, attempt } = await nextAttempt(store, payment);
    const startedOver = { ...payment, reference, attempt, ...timesOf(clock) };
    const problem: Problem = { code, message: `${why} The sale goes on as ${reference}.` };
    await ledger.change(payment.reference, { type: code, problem }, { startedOver });
    return startedOver;
  }

  /** What is in use and yet unknown may be shown in a moment; if it is not, the watch goes on looking for it. */
  async function pollTwice(payment: Payment, signal: AbortSignal): Promise<PolledOrder | null> {
    const seen = await gateway.poll(payment, signal);
    if (seen !== null) return seen;
    await clock.sleep(pollAgainMs, signal);
    return gateway.poll(payment, signal);
  }

  return async (
    payment: Payment,
    error: ReferenceTaken | StartUnfinished,
    signal: AbortSignal,
  ): Promise<WentOn> => {
    const isTaken = error instanceof ReferenceTaken;
    try {
      const seen = await (isTaken ? pollTwice(payment, signal) : gateway.poll(payment, signal));
      if (seen?.isOurs === false) {
        const why = 'Another system has an order under this reference at Vipps MobilePay. It is left alone.';
        return { next: await begin(payment, 'not_ours', why) };
      }
      if (seen !== null && isPaid(seen)) return { found: seen };
      if (seen !== null && !isOver(seen))
        await cancel(withNames(payment, seen), { isStopped: seen.stopped === true }, signal);
      const why = isTaken
        ? 'There is an order under this reference at Vipps MobilePay already.'
        : 'Vipps MobilePay did not answer.';
      return { next: await begin(payment, 'started_over', why) };
    } catch (failure) {
      log.warn({ reference: payment.reference, ...describe(failure) }, 'could not start over');
      return null;
    }
  };
}

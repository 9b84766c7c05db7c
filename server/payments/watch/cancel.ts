// Giving up a payment at Vipps, and looking again afterwards for money that turned up late.
import { certainlyNotDone, isVippsError } from '../../vipps/http/errors.ts';
import { isFinal } from '../payment/transitions.ts';
import type { Payment } from '../payment/types.ts';
import { isFromBefore, isHeld, type PollDeps, type Poller } from './poll.ts';
import {
  adriftMs,
  cancelBackOff,
  describe,
  lagMs,
  latePollsFrom,
  pollSoon,
  putOff,
  type Schedule,
  searchedForMs,
} from './schedule.ts';
import { type CancelDeps, createCancels } from './send-cancel.ts';

/** [P3] Money that was seen is given back when a poll shows it; where none was, Vipps' acceptance of the cancel ends the payment. */
const isSeen = ({ state, reservedAmount, problem }: Payment) =>
  isFinal(state) || reservedAmount > 0 || problem?.code === 'late_money';

/** [P1] Vipps accepts the end of an agreement also when somebody has captured its first payment: only a poll tells that none was taken. */
const hasFirstPayment = ({ agreement }: Payment) => agreement !== null && agreement.chargeId !== null;

export function createCancelling(deps: PollDeps & CancelDeps & { poller: Poller }) {
  const { ledger, clock, poller, log } = deps;
  const now = () => clock.monotonicMs();
  const send = createCancels(deps);

  async function cancel(payment: Payment, schedule: Schedule, signal: AbortSignal): Promise<void> {
    const { reference } = payment;
    try {
      const { isRepeat } = await send(payment, schedule, signal);
      schedule.cancel.failures = 0;
      schedule.isCancelAccepted = true;
      schedule.heldUntilMs = 0;
      if (!isRepeat && !isSeen(payment) && !hasFirstPayment(payment)) {
        return void (await ledger.change(reference, { type: 'voided' }));
      }
      // A poll tells before the next; what shows the money still is answered by a new intent.
      pollSoon(schedule, now());
      putOff(schedule.cancel, cancelBackOff, null, deps.random(), now());
    } catch (error) {
      if (!isVippsError(error)) throw error;
      // Refused or unknown: the next poll tells what is true, and this is tried again.
      putOff(schedule.cancel, cancelBackOff, error, deps.random(), now());
      if (!certainlyNotDone(error)) schedule.cancelAdriftUntilMs = now() + adriftMs;
      log.warn({ reference, ...describe(error) }, 'cancel failed');
    }
  }

  /**
   * [P3] Looks at a payment that has ended without money. What is reserved is released; what is captured is refunded, by the
   * operation that the ledger stores when it sees it.
   * @returns when to come back; null once nothing can turn up any more.
   */
  async function pollLate(payment: Payment, schedule: Schedule, signal: AbortSignal): Promise<number | null> {
    if (schedule.latePollsAtMs === null) {
      schedule.latePollsAtMs = latePollsFrom(now());
      // That it is given back may have been shown a moment ago, to another server of ours, too.
      if (payment.problem?.code === 'released') schedule.goneUntilMs = now() + lagMs;
    }
    const [dueMs] = schedule.latePollsAtMs;
    if (dueMs === undefined) return null;
    const atMs = Math.max(dueMs, schedule.poll.atMs);
    if (now() < atMs) return atMs;
    const { reference } = payment;
    const seen = await poller.pollOnce(payment, schedule, signal).catch((error: unknown) => {
      log.warn({ reference, ...describe(error) }, 'look failed');
    });
    if (seen === undefined) return schedule.poll.atMs;
    if (seen?.isOurs === false) {
      await poller.leaveAlone(payment);
      return null;
    }
    // An order that Vipps does not know by the keys of today has not been polled.
    if (schedule.isUnknown && clock.steadyMs() < payment.expiresAtMs + searchedForMs) {
      schedule.closingSinceMs ??= now();
      return schedule.poll.atMs;
    }
    if (seen !== null && isFromBefore(payment, seen, schedule, now())) return schedule.poll.atMs;
    const isStillHeld = seen !== null && isHeld(seen);
    // What was shown to be gone a moment ago is not back: Vipps' answers lag.
    if (isStillHeld && now() < schedule.goneUntilMs) return schedule.poll.atMs;
    const after = seen === null ? payment : await poller.take(reference, seen);
    if (!isStillHeld) {
      if (payment.problem?.code === 'late_money') schedule.goneUntilMs = now() + lagMs;
      schedule.latePollsAtMs.shift();
      return now();
    }
    // Looked at every second after the release, until nothing is held.
    schedule.closingSinceMs ??= now();
    if (now() >= schedule.cancel.atMs) await cancel(after, schedule, signal);
    return schedule.poll.atMs;
  }

  return { cancel, pollLate };
}

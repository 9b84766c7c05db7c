// Looking at Vipps: what it shows of a payment now becomes an event.
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import type { Gateway, PolledOrder } from '../../vipps/gateway.ts';
import { isVippsError } from '../../vipps/http/errors.ts';
import type { Ledger } from '../ledger.ts';
import { problem } from '../payment/problems.ts';
import { paymentLifeMs } from '../payment/trigger.ts';
import type { Payment, PaymentEvent } from '../payment/types.ts';
import { describe, dueAt, lagMs, nextPollMs, pollBackOff, putOff, type Schedule } from './schedule.ts';

export type PollDeps = {
  ledger: Ledger;
  gateway: Gateway;
  clock: Clock;
  random: () => number;
  log: Logger;
};

/** An order that Vipps does not know this long after we asked for it will not turn up any more. */
const absentForSureMs = 30_000;

/** For so long nobody notices that Vipps is not asked. */
const hiccupMs = 3_000;

/** Reserved, and neither released nor captured as a whole; or agreed to, so that more could be charged. */
export const isHeld = ({
  accepted,
  cancelled,
  reservedAmount,
  capturedAmount,
  releasedAmount,
}: PolledOrder) => accepted || (!cancelled && reservedAmount - capturedAmount - releasedAmount > 0);

/** [P3] An answer from before the money was there, which shows that nothing is held, says nothing of that money. */
export const isFromBefore = (
  { reservedAmount }: Payment,
  seen: PolledOrder,
  { heldUntilMs }: Schedule,
  nowMs: number,
) =>
  !isHeld(seen) && nowMs < heldUntilMs && (seen.reservedAmount === 0 || seen.reservedAmount < reservedAmount);

/** There was an order, and somebody may have paid it. */
const wasShown = ({ qrExpiresAtMs, reservedAmount }: Payment) => qrExpiresAtMs !== null || reservedAmount > 0;

/** What Vipps shows of an order of ours, as an event. @param afterCancel Vipps had accepted our cancel before. */
export function observedOf(seen: PolledOrder, afterCancel = false): PaymentEvent {
  const { isOurs: _, doneKeys: __, releasedAmount: ___, agreement, ...observation } = seen;
  return {
    type: 'observed',
    observation,
    ...(agreement ? { agreement } : {}),
    ...(afterCancel ? { afterCancel } : {}),
  };
}

export type Poller = {
  /** One poll, and when the next is due. @throws what the gateway throws; the poll is put off then. */
  pollOnce(payment: Payment, schedule: Schedule, signal: AbortSignal): Promise<PolledOrder | null>;
  /** Lets what Vipps shows of an order of ours happen to the payment. */
  take(reference: string, seen: PolledOrder, schedule?: Schedule): Promise<Payment>;
  /** [P11] What Vipps shows is another system's: nothing is believed or done about it, and staff are told. */
  leaveAlone(payment: Payment): Promise<Payment>;
  /** As `sight` and `take`, but a fault of Vipps is a note on the payment (P6). @throws faults of ours only. */
  poll(payment: Payment, schedule: Schedule, signal: AbortSignal): Promise<void>;
};

export function createPoller({ ledger, gateway, clock, random, log }: PollDeps): Poller {
  async function pollOnce(
    payment: Payment,
    schedule: Schedule,
    signal: AbortSignal,
  ): Promise<PolledOrder | null> {
    const beganMs = clock.monotonicMs();
    schedule.polledAtMs = beganMs;
    try {
      const seen = await gateway.poll(payment, signal);
      schedule.wasSeen ||= seen?.isOurs === true;
      schedule.isUnknown = seen === null && wasShown(payment);
      schedule.isStopped = seen?.stopped === true;
      if (seen?.isOurs && isHeld(seen)) schedule.heldUntilMs = beganMs + lagMs;
      schedule.poll = dueAt(nextPollMs(schedule, beganMs));
      return seen;
    } catch (error) {
      putOff(schedule.poll, pollBackOff, error, random(), beganMs);
      throw error;
    }
  }

  function take(reference: string, seen: PolledOrder, schedule?: Schedule): Promise<Payment> {
    return ledger.change(reference, observedOf(seen, schedule?.isCancelAccepted));
  }

  const leaveAlone = ({ reference }: Payment) =>
    ledger.change(reference, { type: 'not_ours', problem: problem('not_ours') });

  async function absent({ reference, expiresAtMs, state }: Payment, schedule: Schedule): Promise<void> {
    // [P1] What the customer could see may have been paid, and other keys than those of the start are answered the same.
    if (schedule.isUnknown) {
      await ledger.change(reference, { type: 'unknown' });
      schedule.isUnknownTold = state === 'closing';
      return;
    }
    const goneAtMs = expiresAtMs - (schedule.wasSeen ? 0 : paymentLifeMs) + absentForSureMs;
    await ledger.change(reference, { type: clock.steadyMs() < goneAtMs ? 'unreachable' : 'absent' });
  }

  /**
   * [P1] The customer made it after time had run out, and a cancel of ours whose answer was lost may yet undo it: "paid" is said once
   * it cannot be carried out any more.
   */
  function mayBeUndone({ state, closingFor }: Payment, seen: PolledOrder, schedule: Schedule): boolean {
    if (state !== 'closing' || closingFor !== 'timeout') return false;
    return isHeld(seen) && clock.monotonicMs() < schedule.cancelAdriftUntilMs;
  }

  async function poll(payment: Payment, schedule: Schedule, signal: AbortSignal): Promise<void> {
    const { reference } = payment;
    try {
      const seen = await pollOnce(payment, schedule, signal);
      if (seen === null) return await absent(payment, schedule);
      if (!seen.isOurs) return void (await leaveAlone(payment));
      if (isFromBefore(payment, seen, schedule, clock.monotonicMs())) return;
      if (mayBeUndone(payment, seen, schedule)) {
        // What is shown may be gone in a moment, by our own doing: no other cancel meanwhile.
        schedule.polledWhileClosing = false;
        return;
      }
      await take(reference, seen, schedule);
      if (payment.state === 'closing') schedule.polledWhileClosing = true;
    } catch (error) {
      if (!isVippsError(error)) throw error;
      log.warn({ reference, ...describe(error) }, 'look failed');
      // [P6] A failed poll is not a failed payment. One may be a hiccup; from the second on, or when the next is far, the screens say so.
      const isLong = schedule.poll.atMs - clock.monotonicMs() > hiccupMs;
      if (schedule.poll.failures > 1 || isLong) await ledger.change(reference, { type: 'unreachable' });
    }
  }

  return { pollOnce, take, leaveAlone, poll };
}

// What is due for one payment: look, cancel, capture, refund. One call at a time, never side by side.
import type { Store } from '../../store/store.ts';
import { endedUnpaid } from '../payment/late-money.ts';
import { isFinal } from '../payment/transitions.ts';
import { deadlineMs } from '../payment/trigger.ts';
import type { Payment } from '../payment/types.ts';
import { createCancelling } from './cancel.ts';
import { createOperationRunner } from './operations.ts';
import { createPoller, type PollDeps } from './poll.ts';
import { createReceipts } from './receipts.ts';
import { type Schedule, searchedForMs } from './schedule.ts';

export type StepDeps = PollDeps & {
  store: Store;
  /** A capture or refund has been tried, whatever came of it. */
  onTried: (key: string) => void;
};

/**
 * A payment whose time ran out is only cancelled after a poll has shown that nobody has paid meanwhile; one of which no code was shown,
 * after a poll has shown that the order is ours.
 */
function mayCancel({ state, closingFor, qrExpiresAtMs }: Payment, schedule: Schedule): boolean {
  const needsNoLook = closingFor !== 'timeout' && qrExpiresAtMs !== null;
  return state === 'closing' && !schedule.isUnknown && (needsNoLook || schedule.polledWhileClosing);
}

/** A sale that Vipps refused to start does not exist there. */
const mayHoldMoney = ({ state, closingFor }: Payment) =>
  endedUnpaid(state) && (state !== 'failed' || closingFor !== null);

export function createSteps(deps: StepDeps) {
  const { store, ledger, clock } = deps;
  const now = () => clock.monotonicMs();
  const poller = createPoller(deps);
  const { cancel, pollLate } = createCancelling({ ...deps, poller });
  const runOperation = createOperationRunner({ ...deps, poller });
  const sendReceipt = createReceipts(deps);

  async function whileOpen(
    payment: Payment,
    schedule: Schedule,
    signal: AbortSignal,
  ): Promise<number | null> {
    const { reference } = payment;
    if (payment.state === 'closing') schedule.closingSinceMs ??= now();
    if (mayCancel(payment, schedule) && now() >= schedule.cancel.atMs) {
      await cancel(payment, schedule, signal);
    } else if (now() >= schedule.poll.atMs) {
      await poller.poll(payment, schedule, signal);
    }
    const seen = await store.find(reference);
    if (seen === null || isFinal(seen.state)) return now();
    const after = await ledger.change(reference, { type: 'clock', watchedMs: now() - schedule.beganMs });
    const isLongOver = clock.steadyMs() > after.expiresAtMs + searchedForMs;
    if (schedule.isUnknown && schedule.isUnknownTold && isLongOver) return null;
    if (mayCancel(after, schedule)) return Math.min(schedule.cancel.atMs, schedule.poll.atMs);
    return Math.min(schedule.poll.atMs, runsOutAtMs(after));
  }

  /** By the monotonic clock; a code that has run out leaves the screen then, however long Vipps does not answer. */
  function runsOutAtMs(payment: Payment): number {
    return payment.state === 'closing'
      ? Infinity
      : now() + Math.max(1, deadlineMs(payment) - clock.steadyMs());
  }

  async function afterTheEnd(
    payment: Payment,
    schedule: Schedule,
    signal: AbortSignal,
  ): Promise<number | null> {
    const atMs = await pollLate(payment, schedule, signal);
    if (atMs === null) await store.endLatePolls(payment.reference);
    return atMs;
  }

  /**
   * Does what is due for a payment.
   * @returns when to come back, by the monotonic clock; null when there is nothing left to do.
   */
  return async (reference: string, schedule: Schedule, signal: AbortSignal): Promise<number | null> => {
    const payment = await store.find(reference);
    if (payment === null) return null;
    const operation = await store.findPendingOperation(reference);
    if (operation !== null) {
      if (now() < schedule.operation.atMs) return schedule.operation.atMs;
      await runOperation(payment, operation, schedule, signal);
      return schedule.operation.atMs;
    }
    if (payment.state === 'approved') return sendReceipt(payment, schedule, signal);
    if (isFinal(payment.state)) return mayHoldMoney(payment) ? afterTheEnd(payment, schedule, signal) : null;
    // Its start is still under way and tells the watch when it is over.
    return payment.state === 'started' ? null : whileOpen(payment, schedule, signal);
  };
}

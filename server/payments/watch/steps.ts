// What is due for one payment: look, cancel, capture, refund. One call at a time, never side by side.
import type { Store } from '../../store/store.ts';
import { endedUnpaid } from '../payment/late-money.ts';
import { isFinal } from '../payment/transitions.ts';
import { deadlineMs } from '../payment/trigger.ts';
import type { Payment } from '../payment/types.ts';
import { createReleases } from './cancel.ts';
import { createCarryOut } from './operations.ts';
import { createLooks, type LookDeps } from './poll.ts';
import { createReceipts } from './receipts.ts';
import { type Agenda, lookedForMs } from './schedule.ts';

export type StepDeps = LookDeps & {
  store: Store;
  /** A capture or refund has been tried, whatever came of it. */
  onTried: (key: string) => void;
};

/**
 * A payment whose time ran out is only cancelled after a look has shown that nobody has paid meanwhile; one of which no code was shown,
 * after a look has shown that the order is ours.
 */
function mayCancel({ state, closingFor, qrExpiresAtMs }: Payment, agenda: Agenda): boolean {
  const needsNoLook = closingFor !== 'timeout' && qrExpiresAtMs !== null;
  return state === 'closing' && !agenda.isUnknown && (needsNoLook || agenda.lookedWhileClosing);
}

/** A sale that Vipps refused to start does not exist there. */
const mayHoldMoney = ({ state, closingFor }: Payment) =>
  endedUnpaid(state) && (state !== 'failed' || closingFor !== null);

export function createSteps(deps: StepDeps) {
  const { store, ledger, clock } = deps;
  const now = () => clock.monotonicMs();
  const looks = createLooks(deps);
  const { cancel, lookLate } = createReleases({ ...deps, looks });
  const carryOut = createCarryOut({ ...deps, looks });
  const sendReceipt = createReceipts(deps);

  async function whileOpen(payment: Payment, agenda: Agenda, signal: AbortSignal): Promise<number | null> {
    const { reference } = payment;
    if (payment.state === 'closing') agenda.closingSinceMs ??= now();
    if (mayCancel(payment, agenda) && now() >= agenda.cancel.atMs) {
      await cancel(payment, agenda, signal);
    } else if (now() >= agenda.look.atMs) {
      await looks.look(payment, agenda, signal);
    }
    const seen = await store.find(reference);
    if (seen === null || isFinal(seen.state)) return now();
    const after = await ledger.change(reference, { type: 'clock', watchedMs: now() - agenda.beganMs });
    const isLongOver = clock.steadyMs() > after.expiresAtMs + lookedForMs;
    if (agenda.isUnknown && agenda.isUnknownTold && isLongOver) return null;
    if (mayCancel(after, agenda)) return Math.min(agenda.cancel.atMs, agenda.look.atMs);
    return Math.min(agenda.look.atMs, runsOutAtMs(after));
  }

  /** By the monotonic clock; a code that has run out leaves the screen then, however long Vipps does not answer. */
  function runsOutAtMs(payment: Payment): number {
    return payment.state === 'closing'
      ? Infinity
      : now() + Math.max(1, deadlineMs(payment) - clock.steadyMs());
  }

  async function afterTheEnd(payment: Payment, agenda: Agenda, signal: AbortSignal): Promise<number | null> {
    const atMs = await lookLate(payment, agenda, signal);
    if (atMs === null) await store.endLateLooks(payment.reference);
    return atMs;
  }

  /**
   * Does what is due for a payment.
   * @returns when to come back, by the monotonic clock; null when there is nothing left to do.
   */
  return async (reference: string, agenda: Agenda, signal: AbortSignal): Promise<number | null> => {
    const payment = await store.find(reference);
    if (payment === null) return null;
    const operation = await store.findPendingOperation(reference);
    if (operation !== null) {
      if (now() < agenda.operation.atMs) return agenda.operation.atMs;
      await carryOut(payment, operation, agenda, signal);
      return agenda.operation.atMs;
    }
    if (payment.state === 'approved') return sendReceipt(payment, agenda, signal);
    if (isFinal(payment.state)) return mayHoldMoney(payment) ? afterTheEnd(payment, agenda, signal) : null;
    // Its start is still under way and tells the watch when it is over.
    return payment.state === 'started' ? null : whileOpen(payment, agenda, signal);
  };
}

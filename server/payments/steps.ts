// The calls that the watch makes for one payment: look, cancel, capture, refund. One at a time, never side by side.
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Store, StoredOperation } from '../store/store.ts';
import { VippsRejected } from '../vipps/errors.ts';
import type { Gateway, Sight } from '../vipps/gateway.ts';
import {
  type Agenda,
  cancelBackOff,
  describe,
  lookBackOff,
  lookEveryMs,
  operationBackOff,
  putOff,
} from './agenda.ts';
import type { Ledger } from './ledger.ts';
import { isFinal, type Payment, type PaymentEvent } from './payment.ts';

export type StepDeps = {
  store: Store;
  ledger: Ledger;
  gateway: Gateway;
  clock: Clock;
  random: () => number;
  log: Logger;
  /** A capture or refund has been tried, whatever came of it. */
  onTried: (key: string) => void;
};

/** An order that Vipps does not know this long after we asked for it will not turn up any more. */
const absentForSureMs = 30_000;

export function createSteps(deps: StepDeps) {
  const { store, ledger, gateway, clock, log } = deps;
  const now = () => clock.monotonicMs();

  async function sight(reference: string, agenda: Agenda, signal: AbortSignal): Promise<Sight | null> {
    const beganMs = now();
    try {
      const seen = await gateway.look(reference, signal);
      agenda.look = { atMs: beganMs + lookEveryMs, failures: 0 };
      return seen;
    } catch (error) {
      putOff(agenda.look, lookBackOff, error, deps.random(), beganMs);
      throw error;
    }
  }

  async function absent(payment: Payment): Promise<void> {
    // What the customer could see may have been paid; that Vipps does not know it is then no answer while it could live.
    const wasShown = payment.qrExpiresAtMs !== null;
    const goneAtMs = (wasShown ? payment.expiresAtMs : payment.createdAtMs) + absentForSureMs;
    const type = clock.nowMs() < goneAtMs ? 'unreachable' : 'absent';
    await ledger.change(payment.reference, { type });
  }

  async function look(payment: Payment, agenda: Agenda, signal: AbortSignal): Promise<void> {
    const { reference } = payment;
    try {
      const seen = await sight(reference, agenda, signal);
      if (seen === null) return await absent(payment);
      await ledger.change(reference, { type: 'observed', observation: seen });
      if (payment.state === 'closing') agenda.lookedWhileClosing = true;
    } catch (error) {
      log.warn({ reference, ...describe(error) }, 'look failed');
      // [P6] A failed look is not a failed payment. One may be a hiccup; from the second on the screens say so.
      if (agenda.look.failures > 1) await ledger.change(reference, { type: 'unreachable' });
    }
  }

  async function cancel(payment: Payment, agenda: Agenda, signal: AbortSignal): Promise<void> {
    const { reference } = payment;
    try {
      await gateway.cancel(reference, payment.text, signal);
      agenda.cancel.failures = 0;
      await ledger.change(reference, { type: 'released' });
    } catch (error) {
      // Refused or unknown: the next look tells what is true, and this is tried again.
      putOff(agenda.cancel, cancelBackOff, error, deps.random(), now());
      log.warn({ reference, ...describe(error) }, 'cancel failed');
    }
  }

  /** [P3] Money that was reserved while our cancel was on its way is released too. */
  async function followUp(payment: Payment, agenda: Agenda, signal: AbortSignal): Promise<void> {
    const { reference } = payment;
    const seen = await sight(reference, agenda, signal).catch((error: unknown) => {
      log.warn({ reference, ...describe(error) }, 'look failed');
    });
    if (seen === undefined) return;
    if (seen !== null) await ledger.change(reference, { type: 'observed', observation: seen });
    const held = seen !== null && seen.reservedAmount > 0 && !seen.cancelled;
    if (held && now() >= agenda.cancel.atMs) await cancel(payment, agenda, signal);
    agenda.followUp = held;
  }

  /** @param total all that has been captured, or refunded, of the payment so far. */
  async function settle({ reference, key, kind }: StoredOperation, total: number): Promise<void> {
    const event: PaymentEvent =
      kind === 'capture'
        ? { type: 'captured', capturedAmount: total }
        : { type: 'refunded', refundedAmount: total };
    await ledger.change(reference, event, { settled: { key, state: 'done' } });
  }

  async function call(payment: Payment, operation: StoredOperation, signal: AbortSignal): Promise<void> {
    const { reference, key, kind, amount } = operation;
    const order = { reference, key, amountMinor: amount, text: payment.text };
    if (kind === 'capture') await settle(operation, (await gateway.capture(order, signal)).capturedAmount);
    else await settle(operation, (await gateway.refund(order, signal)).refundedAmount);
  }

  /** Vipps said no. Whether that is so because it had been done before, only a look tells. */
  async function refused(
    payment: Payment,
    operation: StoredOperation,
    agenda: Agenda,
    error: VippsRejected,
    signal: AbortSignal,
  ): Promise<void> {
    await clock.sleep(Math.max(0, agenda.look.atMs - now()), signal);
    const { reference, key, kind, amount } = operation;
    const seen = await sight(reference, agenda, signal);
    const total = kind === 'capture' ? 'capturedAmount' : 'refundedAmount';
    if (seen !== null && seen[total] >= payment[total] + amount) return settle(operation, seen[total]);
    const problem = { code: `${kind}_failed`, message: error.reason } as const;
    const settled = { key, state: 'refused' } as const;
    await ledger.change(reference, { type: `${kind}_refused`, problem }, { settled });
  }

  async function operate(
    payment: Payment,
    operation: StoredOperation,
    agenda: Agenda,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await call(payment, operation, signal).catch((error: unknown) => {
        // Credentials that do not work today are no answer to the question itself.
        const final = error instanceof VippsRejected && error.status !== 401 && error.status !== 403;
        if (!final) throw error;
        return refused(payment, operation, agenda, error, signal);
      });
      agenda.operation = { atMs: now(), failures: 0 };
    } catch (error) {
      // Unknown: repeated with the same key until Vipps says what became of it (P2).
      putOff(agenda.operation, operationBackOff, error, deps.random(), now());
      log.warn(
        { reference: payment.reference, kind: operation.kind, ...describe(error) },
        'operation failed',
      );
    } finally {
      deps.onTried(operation.key);
    }
  }

  /** A payment whose time ran out is only cancelled after a look has shown that nobody has paid meanwhile. */
  const mayCancel = (payment: Payment, agenda: Agenda) =>
    payment.state === 'closing' && (payment.closingFor !== 'timeout' || agenda.lookedWhileClosing);

  /**
   * Does what is due for a payment.
   * @returns when to come back, by the monotonic clock; null when there is nothing left to do.
   */
  async function step(reference: string, agenda: Agenda, signal: AbortSignal): Promise<number | null> {
    const payment = await store.find(reference);
    if (payment === null) return null;
    const operation = await store.findPendingOperation(reference);
    if (operation !== null) {
      if (now() < agenda.operation.atMs) return agenda.operation.atMs;
      await operate(payment, operation, agenda, signal);
      return agenda.operation.atMs;
    }
    if (isFinal(payment.state)) {
      if (!agenda.followUp || payment.state === 'approved' || payment.closingFor === null) return null;
      if (now() >= agenda.look.atMs) await followUp(payment, agenda, signal);
      return agenda.look.atMs;
    }
    // Its start is still under way and tells the watch when it is over.
    if (payment.state === 'started') return null;
    if (mayCancel(payment, agenda) && now() >= agenda.cancel.atMs) {
      await cancel(payment, agenda, signal);
    } else if (now() >= agenda.look.atMs) {
      await look(payment, agenda, signal);
      const after = await store.find(reference);
      if (after === null || isFinal(after.state)) return now();
      await ledger.change(reference, { type: 'clock' });
    }
    return mayCancel(payment, agenda) ? Math.min(agenda.cancel.atMs, agenda.look.atMs) : agenda.look.atMs;
  }

  return step;
}

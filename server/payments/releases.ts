// Giving up a payment at Vipps, and looking again afterwards for money that turned up late.
import { certainlyNotDone, isVippsError } from '../vipps/errors.ts';
import { type Agenda, adriftMs, cancelBackOff, describe, lateLooksFrom, putOff } from './agenda.ts';
import { isHeld, type LookDeps, type Looks } from './looks.ts';
import type { Payment } from './types.ts';

export function createReleases(deps: LookDeps & { looks: Looks }) {
  const { ledger, gateway, clock, looks, log } = deps;
  const now = () => clock.monotonicMs();

  async function cancel(payment: Payment, agenda: Agenda, signal: AbortSignal): Promise<void> {
    const { reference } = payment;
    try {
      await gateway.cancel(payment, signal);
      agenda.cancel.failures = 0;
      await ledger.change(reference, { type: 'released' });
    } catch (error) {
      if (!isVippsError(error)) throw error;
      // Refused or unknown: the next look tells what is true, and this is tried again.
      putOff(agenda.cancel, cancelBackOff, error, deps.random(), now());
      if (!certainlyNotDone(error)) agenda.cancelAdriftUntilMs = now() + adriftMs;
      log.warn({ reference, ...describe(error) }, 'cancel failed');
    }
  }

  /**
   * [P3] Looks at a payment that has ended without money. What is reserved is released; what is captured is refunded, by the
   * operation that the ledger stores when it sees it.
   * @returns when to come back; null once nothing can turn up any more.
   */
  async function lookLate(payment: Payment, agenda: Agenda, signal: AbortSignal): Promise<number | null> {
    agenda.lateLooksAtMs ??= lateLooksFrom(now());
    const [dueMs] = agenda.lateLooksAtMs;
    if (dueMs === undefined) return null;
    const atMs = Math.max(dueMs, agenda.look.atMs);
    if (now() < atMs) return atMs;
    const { reference } = payment;
    const seen = await looks.sight(payment, agenda, signal).catch((error: unknown) => {
      log.warn({ reference, ...describe(error) }, 'look failed');
    });
    if (seen === undefined) return agenda.look.atMs;
    if (seen?.isOurs === false) {
      await looks.leaveAlone(payment);
      return null;
    }
    if (seen !== null) await looks.take(reference, seen);
    if (seen === null || !isHeld(seen)) {
      agenda.lateLooksAtMs.shift();
      return now();
    }
    // Looked at again after the release, until nothing is held.
    if (now() >= agenda.cancel.atMs) await cancel(payment, agenda, signal);
    return Math.max(agenda.look.atMs, agenda.cancel.atMs);
  }

  return { cancel, lookLate };
}

// Giving up a payment at Vipps, and looking again afterwards for money that turned up late.
import { certainlyNotDone, isVippsError } from '../../vipps/http/errors.ts';
import { isFinal } from '../payment/transitions.ts';
import type { Payment } from '../payment/types.ts';
import { isFromBefore, isHeld, type LookDeps, type Looks } from './poll.ts';
import {
  type Agenda,
  adriftMs,
  cancelBackOff,
  describe,
  lagMs,
  lateLooksFrom,
  lookedForMs,
  lookSoon,
  putOff,
} from './schedule.ts';
import { type CancelDeps, createCancels } from './send-cancel.ts';

/** [P3] Money that was seen is given back when a look shows it; where none was, Vipps' acceptance of the cancel ends the payment. */
const isSeen = ({ state, reservedAmount, problem }: Payment) =>
  isFinal(state) || reservedAmount > 0 || problem?.code === 'late_money';

/** [P1] Vipps accepts the end of an agreement also when somebody has captured its first payment: only a look tells that none was taken. */
const hasFirstPayment = ({ agreement }: Payment) => agreement !== null && agreement.chargeId !== null;

export function createReleases(deps: LookDeps & CancelDeps & { looks: Looks }) {
  const { ledger, clock, looks, log } = deps;
  const now = () => clock.monotonicMs();
  const send = createCancels(deps);

  async function cancel(payment: Payment, agenda: Agenda, signal: AbortSignal): Promise<void> {
    const { reference } = payment;
    try {
      const { isRepeat } = await send(payment, agenda, signal);
      agenda.cancel.failures = 0;
      agenda.isCancelAccepted = true;
      agenda.heldUntilMs = 0;
      if (!isRepeat && !isSeen(payment) && !hasFirstPayment(payment)) {
        return void (await ledger.change(reference, { type: 'released' }));
      }
      // A look tells before the next; what shows the money still is answered by a new intent.
      lookSoon(agenda, now());
      putOff(agenda.cancel, cancelBackOff, null, deps.random(), now());
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
    if (agenda.lateLooksAtMs === null) {
      agenda.lateLooksAtMs = lateLooksFrom(now());
      // That it is given back may have been shown a moment ago, to another server of ours, too.
      if (payment.problem?.code === 'released') agenda.goneUntilMs = now() + lagMs;
    }
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
    // Not to be known by the keys of today is no look at it.
    if (agenda.isUnknown && clock.steadyMs() < payment.expiresAtMs + lookedForMs) {
      agenda.closingSinceMs ??= now();
      return agenda.look.atMs;
    }
    if (seen !== null && isFromBefore(payment, seen, agenda, now())) return agenda.look.atMs;
    const isStillHeld = seen !== null && isHeld(seen);
    // What was shown to be gone a moment ago is not back: Vipps' answers lag.
    if (isStillHeld && now() < agenda.goneUntilMs) return agenda.look.atMs;
    const after = seen === null ? payment : await looks.take(reference, seen);
    if (!isStillHeld) {
      if (payment.problem?.code === 'late_money') agenda.goneUntilMs = now() + lagMs;
      agenda.lateLooksAtMs.shift();
      return now();
    }
    // Looked at every second after the release, until nothing is held.
    agenda.closingSinceMs ??= now();
    if (now() >= agenda.cancel.atMs) await cancel(after, agenda, signal);
    return agenda.look.atMs;
  }

  return { cancel, lookLate };
}

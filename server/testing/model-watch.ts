// What is due for a payment of the model till: the sequence of steps.ts, releases.ts and carry-out.ts, one call at a time.
import { adriftMs, cancelBackOff, lateLooksFrom, lookBackOff, putOff } from '../payments/agenda.ts';
import { endedUnpaid } from '../payments/late-money.ts';
import { isHeld } from '../payments/looks.ts';
import { isFinal } from '../payments/payment.ts';
import { problem } from '../payments/problems.ts';
import { paymentLifeMs } from '../payments/signs.ts';
import type { Payment, PaymentEvent } from '../payments/types.ts';
import type { StoredOperation } from '../store/store.ts';
import type { Sight } from '../vipps/gateway.ts';
import { aCall, type Call, type Outcome } from './model-call.ts';
import { checkStored } from './model-rules.ts';
import type { ModelTill } from './model-till.ts';

const absentForSureMs = 30_000;
const triesUntilDelayed = 3;

/** Asks Vipps what is due for a payment, unless a call is under way or nothing is due. */
export function ask(till: ModelTill, payment: Payment): void {
  const line = till.line(payment.reference);
  if (line.call !== null || payment.state === 'started') return;
  const operation = till.pending(payment.reference);
  if (operation !== undefined) line.call = operate(till, operation);
  else if (!isFinal(payment.state)) line.call = whileOpen(till, payment);
  else if (endedUnpaid(payment.state) && !line.lateLooksOver) line.call = lookLate(till, payment);
}

function whileOpen(till: ModelTill, payment: Payment): Call {
  const { agenda } = till.line(payment.reference);
  const looked = payment.closingFor !== 'timeout' || agenda.lookedWhileClosing;
  const mayCancel = payment.state === 'closing' && looked && till.steadyMs >= agenda.cancel.atMs;
  return mayCancel ? cancel(till, payment) : look(till, payment, (seen) => took(till, payment, seen));
}

function goneAtMs({ qrExpiresAtMs, expiresAtMs }: Payment): number {
  return (qrExpiresAtMs === null ? expiresAtMs - paymentLifeMs : expiresAtMs) + absentForSureMs;
}

/** Vipps may say that it does not know an order only while that order may be on its way, or can be paid. */
export function mayBeDenied(payment: Payment, steadyMs: number): boolean {
  return steadyMs < goneAtMs(payment);
}

function look(till: ModelTill, payment: Payment, hear: (seen: Outcome<Sight | null>) => void): Call {
  const { reference } = payment;
  const send = () => till.vipps.look(payment);
  return aCall({
    reference,
    nowMs: till.steadyMs,
    send,
    refuse: () => ({
      said: 'yes',
      value: mayBeDenied(payment, till.steadyMs) ? null : send(),
    }),
    hear(outcome) {
      const { agenda } = till.line(reference);
      if (outcome.said !== 'yes') putOff(agenda.look, lookBackOff, null, 0, till.steadyMs);
      else {
        agenda.look.failures = 0;
        till.vipps.heardSight(reference, outcome.value);
      }
      hear(outcome);
    },
  });
}

function take(till: ModelTill, reference: string, seen: Sight): Payment {
  const { doneKeys: _, releasedAmount: __, ...observation } = seen;
  return till.happen(reference, { type: 'observed', observation });
}

function mayBeUndone(till: ModelTill, { reference, state, closingFor }: Payment, seen: Sight): boolean {
  const { agenda } = till.line(reference);
  const wasLate = state === 'closing' && closingFor === 'timeout';
  return wasLate && isHeld(seen) && till.steadyMs < agenda.cancelAdriftUntilMs;
}

function took(till: ModelTill, asItWas: Payment, outcome: Outcome<Sight | null>): void {
  const { reference } = asItWas;
  const { agenda } = till.line(reference);
  if (outcome.said !== 'yes') {
    if (agenda.look.failures > 1) till.happen(reference, { type: 'unreachable' });
  } else if (outcome.value === null) {
    till.happen(reference, { type: till.steadyMs < goneAtMs(asItWas) ? 'unreachable' : 'absent' });
  } else if (mayBeUndone(till, asItWas, outcome.value)) {
    agenda.lookedWhileClosing = false;
  } else {
    take(till, reference, outcome.value);
    if (asItWas.state === 'closing') agenda.lookedWhileClosing = true;
  }
  if (isFinal(till.find(reference).state)) return;
  till.happen(reference, { type: 'clock', watchedMs: till.steadyMs - agenda.beganMs });
}

function cancel(till: ModelTill, payment: Payment): Call {
  const { reference } = payment;
  return aCall({
    reference,
    nowMs: till.steadyMs,
    adrift: till.adrift,
    send: () => till.vipps.cancel(payment),
    hear({ said }) {
      const { agenda } = till.line(reference);
      if (said === 'nothing') agenda.cancelAdriftUntilMs = till.steadyMs + adriftMs;
      if (said !== 'yes') return putOff(agenda.cancel, cancelBackOff, null, 0, till.steadyMs);
      agenda.cancel.failures = 0;
      till.vipps.heardCancel(reference);
      till.happen(reference, { type: 'released' });
    },
  });
}

function lookLate(till: ModelTill, payment: Payment): Call | null {
  const { reference } = payment;
  const line = till.line(reference);
  const { agenda } = line;
  agenda.lateLooksAtMs ??= lateLooksFrom(till.steadyMs);
  const dueMs = agenda.lateLooksAtMs[0];
  line.lateLooksOver = dueMs === undefined;
  if (dueMs === undefined || till.steadyMs < dueMs) return null;
  return look(till, payment, (outcome) => {
    if (outcome.said !== 'yes') return;
    const seen = outcome.value;
    if (seen !== null) take(till, reference, seen);
    if (seen === null || !isHeld(seen)) agenda.lateLooksAtMs?.shift();
    else if (till.steadyMs >= agenda.cancel.atMs) line.call = cancel(till, payment);
  });
}

/** @param total all that has been captured or refunded so far. */
function settle(till: ModelTill, { reference, kind }: StoredOperation, total: number): Payment {
  const events: Record<StoredOperation['kind'], PaymentEvent> = {
    capture: { type: 'captured', capturedAmount: total },
    refund: { type: 'refunded', refundedAmount: total },
    release: { type: 'given_back' },
    stop: { type: 'stopped' },
  };
  return till.happen(reference, events[kind], 'done');
}

function notDone(till: ModelTill, operation: StoredOperation): unknown {
  const { reference, kind } = operation;
  operation.failures += 1;
  if (operation.failures < triesUntilDelayed) return null;
  return till.happen(reference, { type: `${kind}_delayed`, problem: problem(`${kind}_delayed`) });
}

function operate(till: ModelTill, operation: StoredOperation): Call {
  const { reference, kind, key, amount } = operation;
  const asItWas = till.find(reference);
  return aCall({
    reference,
    nowMs: till.steadyMs,
    send() {
      checkStored(
        till.operations.find((one) => one.key === key),
        kind,
        amount,
      );
      return till.vipps.operate(kind, asItWas, key, amount);
    },
    hear(outcome) {
      if (outcome.said === 'yes') settle(till, operation, outcome.value);
      else if (outcome.said === 'nothing') notDone(till, operation);
      else till.line(reference).call = look(till, asItWas, (seen) => refused(till, operation, asItWas, seen));
    },
  });
}

function wasDone(asItWas: Payment, { kind, key, amount }: StoredOperation, seen: Sight): boolean {
  if (kind === 'capture') return seen.capturedAmount >= asItWas.capturedAmount + amount;
  if (kind === 'release') return seen.cancelled || seen.releasedAmount >= asItWas.releasedAmount + amount;
  if (kind === 'stop') return !seen.accepted;
  return seen.doneKeys?.includes(key) ?? seen.refundedAmount >= asItWas.refundedAmount + amount;
}

function refused(
  till: ModelTill,
  operation: StoredOperation,
  asItWas: Payment,
  outcome: Outcome<Sight | null>,
): unknown {
  const { reference, kind } = operation;
  const seen = outcome.said === 'yes' ? outcome.value : null;
  // That Vipps does not know an order on which it has shown money says nothing.
  if (seen === null) return notDone(till, operation);
  if (wasDone(asItWas, operation, seen)) {
    return settle(till, operation, kind === 'capture' ? seen.capturedAmount : seen.refundedAmount);
  }
  if (seen.capturedAmount > 0) take(till, reference, seen);
  const said = { code: `${kind}_failed`, message: 'no' } as const;
  return till.happen(reference, { type: `${kind}_refused`, problem: said }, 'refused');
}

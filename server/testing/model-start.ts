// How a sale of the model till comes to the screen: the sequence of opening.ts, one call at a time.
import type { Problem } from '../contract.ts';
import { nextReference } from '../payments/reference.ts';
import { Refusal } from '../refusal.ts';
import type { Sight } from '../vipps/gateway.ts';
import { aCall, patienceMs } from './model-call.ts';
import type { ModelTill } from './model-till.ts';
import { turnsUpWithinMs } from './model-vipps.ts';

const qrLifeMs = 300_000;
const problem: Problem = { code: 'vipps_unavailable', message: '' };
const rejected: Problem = { code: 'vipps_rejected', message: '' };

/** Stores a new sale and asks Vipps for it. */
export function charge(till: ModelTill): void {
  const { reference } = till.create();
  initiate(till, reference, till.steadyMs + patienceMs);
}

function unfinished(till: ModelTill, reference: string, why = problem): unknown {
  return till.happen(reference, { type: 'unfinished', problem: why });
}

function refused(till: ModelTill, reference: string): void {
  till.vipps.heardRefusal(reference);
  till.happen(reference, { type: 'refused', problem: rejected });
}

function initiate(till: ModelTill, reference: string, deadlineMs: number): void {
  const { amount } = till.find(reference);
  till.vipps.askedFor(reference, till.steadyMs + turnsUpWithinMs);
  till.line(reference).call = aCall({
    ...{ reference, nowMs: till.steadyMs, adrift: till.adrift },
    send: () => till.vipps.initiate(reference, amount.value),
    hear({ said }) {
      if (said === 'yes') askForQr(till, reference);
      else if (said === 'no') refused(till, reference);
      else if (till.steadyMs < deadlineMs) startOver(till, reference, deadlineMs);
      else unfinished(till, reference);
    },
  });
}

function askForQr(till: ModelTill, reference: string): void {
  till.line(reference).call = aCall({
    ...{ reference, nowMs: till.steadyMs },
    send: () => till.steadyMs + qrLifeMs,
    hear(outcome) {
      if (outcome.said === 'no') return unfinished(till, reference, rejected);
      if (outcome.said === 'nothing') return unfinished(till, reference);
      return till.happen(reference, { type: 'presented', qrExpiresAtMs: outcome.value });
    },
  });
}

function startOver(till: ModelTill, reference: string, deadlineMs: number): unknown {
  const next = nextReference(reference);
  if (next === null) return unfinished(till, reference);
  const again = () => {
    try {
      till.happen(reference, { type: 'started_over', problem: { code: 'started_over', message: '' } });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return unfinished(till, reference);
    }
    till.create(next);
    return initiate(till, next, deadlineMs);
  };
  till.line(reference).call = aCall<Sight | null>({
    ...{ reference, nowMs: till.steadyMs },
    send: () => till.vipps.look(reference),
    hear(outcome) {
      if (outcome.said !== 'yes') return unfinished(till, reference);
      till.vipps.heardSight(reference, outcome.value);
      if (outcome.value === null || outcome.value.cancelled) return again();
      return cancelLost(till, reference, again);
    },
  });
  return null;
}

function cancelLost(till: ModelTill, reference: string, again: () => unknown): void {
  till.line(reference).call = aCall({
    ...{ reference, nowMs: till.steadyMs, adrift: till.adrift },
    send: () => till.vipps.cancel(reference),
    hear({ said }) {
      if (said !== 'yes') return unfinished(till, reference);
      till.vipps.heardCancel(reference);
      return again();
    },
  });
}

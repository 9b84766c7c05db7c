// How a sale of the model till comes to the screen: the sequence of opening.ts, one call at a time.
import type { Problem } from '../contract.ts';
import { attemptReference } from '../payments/reference.ts';
import type { AgreementIds } from '../payments/types.ts';
import { Refusal } from '../refusal.ts';
import type { Sight } from '../vipps/gateway.ts';
import { aCall, patienceMs } from './model-call.ts';
import { kinds } from './model-kinds.ts';
import type { ModelTill } from './model-till.ts';
import { orderLifeMs, turnsUpWithinMs } from './model-vipps.ts';

const qrLifeMs = 300_000;
const problem: Problem = { code: 'vipps_unavailable', message: '' };
const rejected: Problem = { code: 'vipps_rejected', message: '' };

/** Stores a new sale and asks Vipps for it. */
export function charge(till: ModelTill): void {
  const { reference } = till.create();
  initiate(till, reference, till.steadyMs + patienceMs);
}

/** @param names what Vipps calls the agreement that does exist. */
function unfinished(
  till: ModelTill,
  reference: string,
  { why = problem, names = null }: { why?: Problem; names?: AgreementIds | null } = {},
): unknown {
  return till.happen(reference, { type: 'unfinished', problem: why, ...(names && { agreement: names }) });
}

function refused(till: ModelTill, reference: string): void {
  till.vipps.heardRefusal(reference);
  till.happen(reference, { type: 'refused', problem: rejected });
}

function initiate(till: ModelTill, reference: string, deadlineMs: number): void {
  const { amount } = till.find(reference);
  const nowMs = till.steadyMs;
  till.vipps.askedFor(reference, nowMs + turnsUpWithinMs);
  const askedFor = (retries: number) => {
    till.line(reference).call = aCall({
      reference,
      nowMs,
      adrift: till.adrift,
      send: () => till.vipps.initiate(reference, amount.value),
      hear(outcome) {
        if (outcome.said === 'yes') askForQr(till, reference, outcome.value);
        else if (outcome.said === 'no') refused(till, reference);
        else if (till.steadyMs >= deadlineMs) unfinished(till, reference);
        else if (retries > 0) askedFor(retries - 1);
        else startOver(till, reference, deadlineMs);
      },
    });
  };
  askedFor(kinds[till.shop.kind].isRepeatable ? 1 : 0);
}

function askForQr(till: ModelTill, reference: string, names: AgreementIds | null): void {
  const lifeMs = kinds[till.shop.kind].hasOwnCode ? orderLifeMs : qrLifeMs;
  till.line(reference).call = aCall({
    reference,
    nowMs: till.steadyMs,
    send: () => till.steadyMs + lifeMs,
    hear(outcome) {
      if (outcome.said === 'no') return unfinished(till, reference, { why: rejected, names });
      if (outcome.said === 'nothing') return unfinished(till, reference, { names });
      const event = { type: 'presented', qrExpiresAtMs: outcome.value } as const;
      return till.happen(reference, { ...event, ...(names && { agreement: names }) });
    },
  });
}

function startOver(till: ModelTill, reference: string, deadlineMs: number): unknown {
  // Twice lost is given up.
  if (reference.endsWith('-2')) return unfinished(till, reference);
  const next = attemptReference(reference, 2);
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
    reference,
    nowMs: till.steadyMs,
    send: () => till.vipps.look(till.find(reference)),
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
    reference,
    nowMs: till.steadyMs,
    adrift: till.adrift,
    send: () => till.vipps.cancel(till.find(reference)),
    hear({ said }) {
      if (said !== 'yes') return unfinished(till, reference);
      till.vipps.heardCancel(reference);
      return again();
    },
  });
}

// How "paid" and "not paid" sound: told apart without looking, also by people who hear high tones badly.
import type { PaymentView } from '../../../server/contract/payments.ts';
import { isFinal, isStartedOver } from '../../ui/till/states.ts';

export type Outcome = 'paid' | 'unpaid';

export type Tone = {
  readonly frequencyHz: number;
  /** From the beginning of the sound, in seconds. */
  readonly beginS: number;
  readonly lengthS: number;
};

/** "Paid" rises, "not paid" falls and is lower and longer. */
export const tonesFor: Readonly<Record<Outcome, readonly Tone[]>> = {
  paid: [
    { frequencyHz: 660, beginS: 0, lengthS: 0.12 },
    { frequencyHz: 990, beginS: 0.12, lengthS: 0.22 },
  ],
  unpaid: [
    { frequencyHz: 392, beginS: 0, lengthS: 0.2 },
    { frequencyHz: 262, beginS: 0.22, lengthS: 0.34 },
  ],
};

/** [P1] The outcome that an open payment has reached since `before`; null when it has reached none. */
export function outcomeBetween(before: PaymentView | null, now: PaymentView | null): Outcome | null {
  if (before === null || now?.reference !== before.reference) return null;
  if (isFinal(before.state) || !isFinal(now.state) || isStartedOver(now)) return null;
  return now.state === 'approved' ? 'paid' : 'unpaid';
}

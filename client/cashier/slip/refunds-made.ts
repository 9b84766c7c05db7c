// Who sold, and what was refunded by whom, as the history of a payment tells it. Amounts are minor units.
import type { HistoryEntry } from '../../../server/contract/payments.ts';

type Step = Pick<HistoryEntry, 'name' | 'at' | 'by' | 'detail'>;

/** `by`: who asked for it; null for one that was made elsewhere, in the portal, say. */
export type RefundMade = { readonly amountMinor: number; readonly at: string; readonly by: string | null };

/** The name of whoever started the sale, a member of staff or a program; null where the history does not tell. */
export const soldByOf = (history: readonly Step[]): string | null =>
  history.find(({ name }) => name === 'created')?.by?.name ?? null;

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value);

/** All that had been refunded at a step, where it says so. */
function refundedAt({ detail }: Step): number | null {
  const seen = detail['observation'];
  const observed = typeof seen === 'object' && seen !== null ? Object.entries(seen) : [];
  const { refundedAmount = detail['refundedAmount'] } = Object.fromEntries<unknown>(observed);
  return isAmount(refundedAmount) ? refundedAmount : null;
}

/** The refunds that are done, in their order. One that is under way, or was refused, is none. */
export function refundsMade(history: readonly Step[]): RefundMade[] {
  const made: RefundMade[] = [];
  let refundedMinor = 0;
  let asker: string | null = null;
  for (const step of history) {
    if (step.name === 'refund') asker = step.by?.name ?? null;
    const now = refundedAt(step) ?? refundedMinor;
    if (now > refundedMinor) {
      const by = step.name === 'found' ? null : asker;
      made.push({ amountMinor: now - refundedMinor, at: step.at, by });
      refundedMinor = now;
    }
    if (step.name === 'refunded' || step.name === 'refund_refused') asker = null;
  }
  return made;
}

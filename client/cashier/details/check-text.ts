// What came of comparing one payment with what Vipps shows now, as the cashier reads it.
import type { Check } from '../../../server/contract/reconciliation.ts';
import type { Texts } from '../../ui/texts/texts.ts';

export type CheckTexts = Pick<Texts, 'check' | 'cashier' | 'tags'> & {
  readonly app: string;
  readonly money: (amountMinor: number) => string;
};

export type Finding = { readonly isGood: boolean; readonly sentences: readonly string[] };

function sentencesOf({ outcome, differences }: Check, { check, app }: CheckTexts): string[] {
  switch (outcome) {
    case 'agrees':
      return [check.agrees(app)];
    case 'open':
      return [check.open];
    case 'in_progress':
      return [check.inProgress];
    case 'not_checked':
      return [check.notChecked(app)];
    case 'differs':
      return differences.map(({ code }) => check.differences[code](app));
  }
}

/** `isGood`: staff have nothing to do. */
export function findingOf(found: Check, texts: CheckTexts): Finding {
  const { outcome } = found;
  return { isGood: outcome === 'agrees' || outcome === 'open', sentences: sentencesOf(found, texts) };
}

/** What Vipps shows, sum by sum; null when it showed nothing. */
export function shownThere({ vipps }: Check, { check, cashier, tags, money }: CheckTexts): string | null {
  if (vipps === null) return null;
  if (!vipps.known) return check.unknownThere;
  return [
    `${tags.reserved} ${money(vipps.reservedAmount)}`,
    `${cashier.captured} ${money(vipps.capturedAmount)}`,
    ...(vipps.refundedAmount > 0 ? [`${cashier.refunded} ${money(vipps.refundedAmount)}`] : []),
  ].join(' · ');
}

// What a person may give back without an approval, by what they are.
import type { Role, Session } from '../../contract/access.ts';

/** Minor units; of one payment in all but for the day. */
export type RefundLimits = {
  cashierRefundUpTo: number;
  /** What one cashier may give back in a day, of all payments. */
  cashierRefundUpToADay: number;
  /** What nobody on the staff gives back without a PIN on the spot; null where there is no such limit. */
  refundApprovalAbove: number | null;
};

const least = (limits: readonly (number | null)[]): number | null =>
  limits.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.min(a, b)), null);

/** What none of these exceeds. */
export const tightest = (all: readonly RefundLimits[]): RefundLimits => ({
  cashierRefundUpTo: Math.min(...all.map((one) => one.cashierRefundUpTo)),
  cashierRefundUpToADay: Math.min(...all.map((one) => one.cashierRefundUpToADay)),
  refundApprovalAbove: least(all.map((one) => one.refundApprovalAbove)),
});

/** Those of a shop as they are now; for somebody of all shops the tightest of all. */
export type LimitsOf = (shop: string | null) => RefundLimits;

export function refundLimitsFor(
  role: Role,
  { cashierRefundUpTo, cashierRefundUpToADay, refundApprovalAbove: above }: RefundLimits,
): Pick<Session, 'refundUpTo' | 'refundUpToADay'> {
  if (role === 'manager') return { refundUpTo: above, refundUpToADay: null };
  const refundUpTo = Math.min(cashierRefundUpTo, above ?? cashierRefundUpTo);
  return { refundUpTo, refundUpToADay: cashierRefundUpToADay };
}

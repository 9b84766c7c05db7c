// [P3] Money that turned up on a payment after it had ended without any, as both sides of the counter are told.
import type { PaymentView } from '../../../server/contract/payments.ts';

export type LateMoney = {
  /** `returning`: being given back right now; `kept`: it could not be given back by itself. */
  readonly fate: 'returning' | 'released' | 'refunded' | 'kept';
  /** Minor units. */
  readonly amountMinor: number;
};

/** What became of late money; null when none turned up, or when the payment has not ended unpaid. */
export function lateMoneyOf(payment: PaymentView): LateMoney | null {
  const { state, problem, amount, capturedAmount, refundedAmount } = payment;
  if (state !== 'cancelled' && state !== 'expired' && state !== 'failed') return null;
  const leftMinor = Math.max(0, capturedAmount - refundedAmount);
  switch (problem?.code) {
    case 'late_money':
    case 'refund_delayed':
      // A reservation is not among the amounts of the payment: it is always for all of it.
      return { fate: 'returning', amountMinor: leftMinor || amount.value };
    case 'released':
      return { fate: 'released', amountMinor: amount.value };
    default:
      if (leftMinor > 0) return { fate: 'kept', amountMinor: leftMinor };
      return capturedAmount > 0 ? { fate: 'refunded', amountMinor: refundedAmount } : null;
  }
}

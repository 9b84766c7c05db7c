// What needs somebody to look at it, and what that person reads wherever the payment is shown.
import type { PaymentView } from '../../server/contract.ts';
import { lateMoneyOf } from '../ui/late-money.ts';
import type { Texts } from '../ui/texts/texts.ts';
import { allowedMinor, mayRefundAll, type RefundLimit } from './allowance.ts';
import { isRefundedInFull } from './day.ts';

/** What the cashier's words are made with; amounts are minor units. */
export type CashierWords = {
  readonly cashier: Texts['cashier'];
  readonly access: Texts['access'];
  readonly app: string;
  readonly money: (amountMinor: number) => string;
  /** How much of a payment the reader may refund. */
  readonly refundUpTo: RefundLimit;
};

export type Attention = keyof Texts['cashier']['attentionTo'];

/** Why somebody should look at a payment; null when nobody needs to. */
export function attentionOf(payment: PaymentView): Attention | null {
  const { state, problem } = payment;
  const late = lateMoneyOf(payment);
  if (late) return problem?.code === 'refund_delayed' ? 'refund_delayed' : late.fate;
  if (state !== 'approved') return null;
  switch (problem?.code) {
    case 'capture_failed':
    case 'capture_delayed':
    case 'refund_delayed':
      return problem.code;
    case 'refund_failed':
    case 'paid_late':
      return isRefundedInFull(payment) ? null : problem.code;
    default:
      return null;
  }
}

/** The money that somebody should look after, in minor units: of a capture, what is not captured yet. */
export function concernedMinor(payment: PaymentView, reason: Attention): number {
  const { amount, capturedAmount } = payment;
  if (reason === 'capture_failed' || reason === 'capture_delayed') return amount.value - capturedAmount;
  return lateMoneyOf(payment)?.amountMinor ?? amount.value;
}

const asksForRefund = (reason: Attention): reason is keyof Texts['access']['managerRefunds'] =>
  reason === 'paid_late' || reason === 'refund_failed' || reason === 'kept';

/** Why somebody should look at a payment, as a sentence. Who may not refund it is not told to. */
export function attentionText(payment: PaymentView, reason: Attention, words: CashierWords): string {
  const { cashier, access, app, money, refundUpTo } = words;
  const isForManager = asksForRefund(reason) && !mayRefundAll(payment, refundUpTo);
  const say = isForManager ? access.managerRefunds[reason] : cashier.attentionTo[reason];
  return say(money(concernedMinor(payment, reason)), app);
}

/** What was done by itself is news on the day it was done; anything else stays until it is settled. */
export function isOpenMatter(payment: PaymentView, midnightMs: number): boolean {
  const reason = attentionOf(payment);
  if (reason !== 'released' && reason !== 'refunded') return reason !== null;
  return Date.parse(payment.updatedAt) >= midnightMs;
}

/** Whether a refund is what staff have to decide on: then it is offered wherever they read of it, if they may. */
export function offersRefund(payment: PaymentView, refundUpTo: RefundLimit): boolean {
  const reason = attentionOf(payment);
  return reason !== null && asksForRefund(reason) && allowedMinor(payment, refundUpTo) > 0;
}

// Which payments need the attention of staff, and the sentence that says why wherever the payment is shown.
import type { PaymentView } from '../../../server/contract/payments.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { lateMoneyOf } from '../../ui/till/late-money.ts';
import { isFinal } from '../../ui/till/states.ts';
import { isRefundedInFull, isReleasedInFull, refundableMinor, reservedMinor } from './balances.ts';

/** What texts about a payment are made with; amounts are minor units. */
export type PaymentTexts = {
  readonly cashier: Texts['cashier'];
  readonly attention: Texts['attention'];
  readonly subscription: Texts['subscription'];
  readonly stage: Texts['stage'];
  readonly app: string;
  readonly money: (amountMinor: number) => string;
  /** The day of an ISO 8601 instant. */
  readonly day: (iso: string) => string;
};

export type Attention = keyof Texts['attention']['to'];

/** All money has gone back; of an agreement: it is stopped, too. */
function isUndone(payment: PaymentView): boolean {
  const { agreement, capturedAmount, refundedAmount } = payment;
  if (agreement) return agreement.status === 'stopped' && refundedAmount >= capturedAmount;
  return isRefundedInFull(payment) || isReleasedInFull(payment);
}

/** Why a payment needs the attention of staff; null when it does not. */
export function attentionOf(payment: PaymentView): Attention | null {
  const { state, problem } = payment;
  const late = lateMoneyOf(payment);
  if (late) return problem?.code === 'refund_delayed' ? 'refund_delayed' : late.fate;
  if (isFinal(state) && problem?.code === 'not_ours') return problem.code;
  if (state === 'closing') return problem?.code === 'unknown_order' ? problem.code : null;
  if (state !== 'approved') return null;
  switch (problem?.code) {
    case 'capture_due':
    case 'capture_failed':
    case 'capture_delayed':
    case 'refund_delayed':
    case 'release_failed':
    case 'release_delayed':
    case 'stop_failed':
    case 'stop_delayed':
      return problem.code;
    case 'refund_failed':
      return isRefundedInFull(payment) ? null : problem.code;
    case 'paid_late':
      return isUndone(payment) ? null : problem.code;
    default:
      return null;
  }
}

const aboutReserved: readonly Attention[] = [
  'capture_due',
  'capture_failed',
  'capture_delayed',
  'release_failed',
  'release_delayed',
];

/** The amount that needs attention, in minor units: where a capture or release does, what is still reserved. */
export function concernedMinor(payment: PaymentView, reason: Attention): number {
  if (aboutReserved.includes(reason)) return reservedMinor(payment);
  return lateMoneyOf(payment)?.amountMinor ?? payment.amount.value;
}

const asksForRefund = (reason: Attention): boolean =>
  reason === 'paid_late' || reason === 'refund_failed' || reason === 'kept';

/** The sentence about an agreement where it is not the same as about a sale; null where it is. */
function signUpText(payment: PaymentView, reason: Attention, texts: PaymentTexts): string | null {
  const { subscription, money } = texts;
  const says = subscription.attentionTo;
  if (reason === 'returning' || reason === 'released') return says[reason];
  if (reason !== 'paid_late') return null;
  const leftMinor = refundableMinor(payment);
  if (leftMinor === 0) return says.late;
  return `${says.late} ${says.latePaid(money(leftMinor))}`;
}

/** Why a payment needs attention, as a sentence. */
export function attentionText(payment: PaymentView, reason: Attention, texts: PaymentTexts): string {
  const { attention, app, money, day } = texts;
  const own = payment.agreement && signUpText(payment, reason, texts);
  if (own) return own;
  const by = payment.captureBy === null ? '' : day(payment.captureBy);
  return attention.to[reason](money(concernedMinor(payment, reason)), app, by);
}

/** What the server has settled itself needs attention on that day only; anything else until it is settled. */
export function isOpenMatter(payment: PaymentView, midnightMs: number): boolean {
  const reason = attentionOf(payment);
  const isOfTheDay = reason === 'released' || reason === 'refunded' || reason === 'not_ours';
  if (!isOfTheDay) return reason !== null;
  return Date.parse(payment.updatedAt) >= midnightMs;
}

/** Whether a refund is offered beside the sentence: staff have to decide on one, and something is left to refund. */
export function offersRefund(payment: PaymentView): boolean {
  const reason = attentionOf(payment);
  return reason !== null && asksForRefund(reason) && refundableMinor(payment) > 0;
}

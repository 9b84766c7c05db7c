// The day's payments: what each is called in the list, the sums, and what needs somebody to look at it.
import type { PaymentView, Problem } from '../../server/contract.ts';
import type { Texts } from '../ui/texts/texts.ts';

/** Local midnight before an instant, both epoch milliseconds. */
export function startOfDayMs(nowMs: number): number {
  return new Date(nowMs).setHours(0, 0, 0, 0);
}

/** `totalMinor` is what was captured less what was refunded, in minor units. */
export function sumsOf(payments: readonly PaymentView[]): {
  readonly sales: number;
  readonly totalMinor: number;
} {
  return {
    sales: payments.filter((payment) => payment.state === 'approved').length,
    totalMinor: payments.reduce((sum, payment) => sum + payment.capturedAmount - payment.refundedAmount, 0),
  };
}

export type Tag = {
  readonly name: keyof Texts['cashier']['tags'];
  readonly tone: 'good' | 'calm' | 'warn' | 'accent';
};

function approvedTag({ capture, capturedAmount, refundedAmount, problem }: PaymentView): Tag {
  if (capture === 'failed') return { name: 'captureFailed', tone: 'warn' };
  if (capture !== 'captured' && problem?.code === 'capture_failed') {
    return { name: 'captureDelayed', tone: 'warn' };
  }
  if (capture === 'pending') return { name: 'capturing', tone: 'calm' };
  if (capture === 'none') return { name: 'reserved', tone: 'calm' };
  return refundedAmount > 0 && refundedAmount >= capturedAmount
    ? { name: 'refunded', tone: 'calm' }
    : { name: 'captured', tone: 'good' };
}

/** What a payment is called in the list. */
export function tagOf(payment: PaymentView): Tag {
  const { state, endedBy, problem } = payment;
  if (problem?.code === 'released' && state !== 'approved') return { name: 'released', tone: 'warn' };
  switch (state) {
    case 'started':
    case 'presented':
    case 'scanned':
      return { name: 'waiting', tone: 'accent' };
    case 'closing':
      return { name: 'closing', tone: 'calm' };
    case 'approved':
      return approvedTag(payment);
    case 'cancelled':
      return { name: endedBy === 'customer' ? 'cancelledByCustomer' : 'cancelled', tone: 'calm' };
    case 'expired':
      return { name: 'expired', tone: 'calm' };
    case 'failed':
      return { name: 'failed', tone: 'warn' };
  }
}

type Attention = keyof Texts['cashier']['attentionTo'];
const attentions: readonly Problem['code'][] = ['capture_failed', 'refund_failed', 'released'];

/** Why somebody should look at a payment; null when nobody needs to. */
export function attentionOf({ problem }: PaymentView): Attention | null {
  return problem && attentions.includes(problem.code) ? (problem.code as Attention) : null;
}

/** The money that somebody should look after, in minor units: of a refused capture, what is not captured yet. */
export function concernedMinor({ amount, capturedAmount }: PaymentView, reason: Attention): number {
  return reason === 'capture_failed' ? amount.value - capturedAmount : amount.value;
}

/** What staff can capture, in minor units: a capture that is pending is carried out by itself, a refused one is not. */
export function capturableMinor({ state, amount, capture, capturedAmount, problem }: PaymentView): number {
  const wasRefused = capture === 'failed' || (capture === 'captured' && problem?.code === 'capture_failed');
  const isOffered = state === 'approved' && (capture === 'none' || wasRefused);
  return isOffered ? Math.max(0, amount.value - capturedAmount) : 0;
}

/** What is left to refund, in minor units. */
export function refundableMinor({ capturedAmount, refundedAmount }: PaymentView): number {
  return Math.max(0, capturedAmount - refundedAmount);
}

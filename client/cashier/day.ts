// The day's payments: what each is called in the list, the sums, and what can still be done with its money.
import type { PaymentView, Problem } from '../../server/contract.ts';
import { type LateMoney, lateMoneyOf } from '../ui/late-money.ts';
import { isStartedOver } from '../ui/states.ts';
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

/** Nothing of what was captured is left. */
export function isRefundedInFull({ capturedAmount, refundedAmount }: PaymentView): boolean {
  return refundedAmount > 0 && refundedAmount >= capturedAmount;
}

const approvedTags: Readonly<Partial<Record<Problem['code'], Tag['name']>>> = {
  capture_delayed: 'captureDelayed',
  refund_delayed: 'refundDelayed',
  refund_failed: 'refundFailed',
  paid_late: 'paidLate',
};

function approvedTag(payment: PaymentView): Tag {
  const { capture, problem } = payment;
  if (capture === 'failed') return { name: 'captureFailed', tone: 'warn' };
  if (isRefundedInFull(payment)) return { name: 'refunded', tone: 'calm' };
  const troubled = problem && approvedTags[problem.code];
  if (troubled) return { name: troubled, tone: 'warn' };
  if (capture === 'pending') return { name: 'capturing', tone: 'calm' };
  return capture === 'none' ? { name: 'reserved', tone: 'calm' } : { name: 'captured', tone: 'good' };
}

const lateTags = {
  returning: 'returning',
  released: 'givenBack',
  refunded: 'givenBack',
  kept: 'kept',
} as const satisfies Record<LateMoney['fate'], Tag['name']>;

function endedTag(payment: PaymentView, otherwise: Tag): Tag {
  const late = lateMoneyOf(payment);
  if (!late) return otherwise;
  const isDelayed = payment.problem?.code === 'refund_delayed';
  return { name: isDelayed ? 'refundDelayed' : lateTags[late.fate], tone: 'warn' };
}

/** What a payment is called in the list. */
export function tagOf(payment: PaymentView): Tag {
  if (isStartedOver(payment)) return { name: 'startedOver', tone: 'calm' };
  switch (payment.state) {
    case 'started':
    case 'presented':
    case 'scanned':
      return { name: 'waiting', tone: 'accent' };
    case 'closing':
      return { name: 'closing', tone: 'calm' };
    case 'approved':
      return approvedTag(payment);
    case 'cancelled': {
      const name = payment.endedBy === 'customer' ? 'cancelledByCustomer' : 'cancelled';
      return endedTag(payment, { name, tone: 'calm' });
    }
    case 'expired':
      return endedTag(payment, { name: 'expired', tone: 'calm' });
    case 'failed':
      return endedTag(payment, { name: 'failed', tone: 'warn' });
  }
}

/** What staff can capture, in minor units: a capture that is pending is carried out by itself, a refused one is not. */
export function capturableMinor({ state, amount, capture, capturedAmount, problem }: PaymentView): number {
  const wasRefused = capture === 'failed' || (capture === 'captured' && problem?.code === 'capture_failed');
  const isOffered = state === 'approved' && (capture === 'none' || wasRefused);
  return isOffered ? Math.max(0, amount.value - capturedAmount) : 0;
}

/** What staff can refund, in minor units: while money moves by itself, nothing. */
export function refundableMinor({ capture, capturedAmount, refundedAmount, problem }: PaymentView): number {
  const isMoving =
    capture === 'pending' || problem?.code === 'refund_delayed' || problem?.code === 'late_money';
  return isMoving ? 0 : Math.max(0, capturedAmount - refundedAmount);
}

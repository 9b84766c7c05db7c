// The day's payments: what each is called in the list, and the sums.
import type { AgreementView, PaymentView, Problem } from '../../../server/contract/payments.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { type LateMoney, lateMoneyOf } from '../../ui/till/late-money.ts';
import { isStartedOver } from '../../ui/till/states.ts';
import { isRefundedInFull, isReleasedInFull } from './balances.ts';

export type Tag = {
  readonly name: keyof Texts['tags'];
  readonly tone: 'good' | 'calm' | 'warn' | 'accent';
};

const approvedTags: Readonly<Partial<Record<Problem['code'], Tag['name']>>> = {
  capture_delayed: 'captureDelayed',
  refund_delayed: 'refundDelayed',
  refund_failed: 'refundFailed',
  release_delayed: 'releaseDelayed',
  release_failed: 'releaseFailed',
  stop_delayed: 'stopDelayed',
  stop_failed: 'stopFailed',
  paid_late: 'paidLate',
};

function approvedTag(payment: PaymentView): Tag {
  const { capture, problem } = payment;
  if (isReleasedInFull(payment)) return { name: 'released', tone: 'calm' };
  if (capture === 'failed') return { name: 'captureFailed', tone: 'warn' };
  if (isRefundedInFull(payment)) return { name: 'refunded', tone: 'calm' };
  const troubled = problem && approvedTags[problem.code];
  if (troubled) return { name: troubled, tone: 'warn' };
  if (capture === 'pending') return { name: 'capturing', tone: 'calm' };
  return capture === 'none' ? { name: 'reserved', tone: 'calm' } : { name: 'captured', tone: 'good' };
}

const lateTags = {
  returning: 'returning',
  released: 'released',
  refunded: 'refunded',
  kept: 'kept',
} as const satisfies Record<LateMoney['fate'], Tag['name']>;

function endedTag(payment: PaymentView, otherwise: Tag): Tag {
  if (payment.problem?.code === 'not_ours') return { name: 'notOurs', tone: 'warn' };
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

const statusTags: Readonly<Partial<Record<AgreementView['status'], Tag>>> = {
  active: { name: 'active', tone: 'good' },
  stopping: { name: 'stopping', tone: 'calm' },
  stopped: { name: 'stopped', tone: 'calm' },
};

/** All tags of a payment. An approved agreement has one for its status, then those of its first payment, if it has one. */
export function tagsOf(payment: PaymentView): Tag[] {
  const tag = tagOf(payment);
  const status = payment.state === 'approved' && payment.agreement && statusTags[payment.agreement.status];
  if (!status) return [tag];
  return payment.amount.value > 0 || tag.tone === 'warn' ? [status, tag] : [status];
}

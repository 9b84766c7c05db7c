// How the sale on the stage looks, whether it still counts, and what of it is offered again.
import type { PaymentView, Problem } from '../../../server/contract/payments.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { isFinal, isStartedOver } from '../../ui/till/states.ts';
import { attentionOf } from '../payment/attention.ts';
import { capturableMinor, isRefundedInFull, isReleasedInFull, reservedMinor } from '../payment/balances.ts';
import type { StatusText } from '../payment/status-text.ts';
import { isPayable } from '../start/attempt.ts';
import { type FollowedPayment, isSettled } from './followed-payment.ts';

/** `open`: the customer can still pay. `declined`: so, but not with that card. */
export type Verdict = 'open' | 'declined' | 'paid' | 'calm' | 'failed';

export const isDeclined = (payment: PaymentView): boolean =>
  isPayable(payment) && payment.problem?.code === 'declined';

export function verdictOf(payment: PaymentView, { tone }: Pick<StatusText, 'tone'>): Verdict {
  if (isDeclined(payment)) return 'declined';
  if (isPayable(payment)) return 'open';
  if (tone === 'good') return 'paid';
  return tone === 'warn' ? 'failed' : 'calm';
}

/** Whether it can make way for the next sale: it is over, and nobody has to act or to know. */
export function canBePast(payment: PaymentView): boolean {
  return isFinal(payment.state) && attentionOf(payment) === null;
}

/**
 * [P1] What was is not what is: with the first key of the next sale, or when the customer's screen is idle again, the last one becomes
 * a line of its own. `current` is what the till shows now. What staff have to capture stays until that key.
 */
export function isPast({ payment, isFolded }: FollowedPayment, current: PaymentView | null): boolean {
  if (payment === null || !canBePast(payment)) return false;
  return isFolded || (current === null && isSettled(payment) && capturableMinor(payment) === 0);
}

/** Until somebody has looked at the till itself, another try would fail alike. */
const needsSetUp: readonly Problem['code'][] = ['keys_rejected', 'image_host_refused'];
/** Money that came too late has gone back: the sentence about it asks for another try. */
const needsNobody = ['released', 'refunded', null] as const;

/** Whether the same sale is offered once more: it ended unpaid, or waits for another card. */
export function canChargeAgain(payment: PaymentView): boolean {
  if (payment.agreement !== null || isStartedOver(payment)) return false;
  if (isDeclined(payment)) return true;
  if (!isFinal(payment.state) || payment.state === 'approved') return false;
  if (payment.problem && needsSetUp.includes(payment.problem.code)) return false;
  return needsNobody.some((reason) => reason === attentionOf(payment));
}

/** What the line about the last sale says of it. */
export function lastOf(payment: PaymentView): keyof Texts['stage']['last'] {
  switch (payment.state) {
    case 'cancelled':
    case 'expired':
    case 'failed':
      return payment.state;
    default:
      if (isRefundedInFull(payment)) return 'refunded';
      if (isReleasedInFull(payment)) return 'released';
      return reservedMinor(payment) > 0 && payment.capture !== 'pending' ? 'reserved' : 'paid';
  }
}

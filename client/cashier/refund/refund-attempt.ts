// A refund whose answer is missing is the same refund until we know: same amount, same reason, same key (P2).
import type { PaymentView } from '../../../server/contract/payments.ts';
import { type Failure, isUnknownAfter } from '../../ui/api/api.ts';

export type RefundAttempt = {
  readonly key: string;
  readonly amountMinor: number;
  /** For the history; empty is none. */
  readonly reason: string;
  /** The server has stored it and completes it: the cashier must not repeat it. */
  readonly isCompleting: boolean;
  /** An answer to it is missing: it may arrive at the server yet, so that nothing but the same may be sent. */
  readonly isUnknown: boolean;
  readonly refundedBefore: number;
  readonly versionBefore: number;
};

/** How much of a payment goes back (minor units), and why. */
export type Wanted = Pick<RefundAttempt, 'amountMinor' | 'reason'>;

const nothingSent = { isCompleting: false, isUnknown: false };

/** A new attempt to refund a payment. */
export function attemptOn(payment: PaymentView, wanted: Wanted, key: string): RefundAttempt {
  const { refundedAmount, version } = payment;
  return { ...wanted, key, ...nothingSent, refundedBefore: refundedAmount, versionBefore: version };
}

/** Whether the payment does not show the outcome of the attempt yet. */
export function isOpen(attempt: RefundAttempt, payment: PaymentView): boolean {
  const hasFailed = payment.problem?.code === 'refund_failed' && payment.version > attempt.versionBefore;
  return payment.refundedAmount === attempt.refundedBefore && !hasFailed;
}

/**
 * The attempt to keep after a failure; null when the server refused it. Of one whose answer is missing, a refusal of a manager's approval
 * says nothing but that it has not arrived so far.
 */
export function afterFailure(
  attempt: RefundAttempt,
  failure: Failure,
  isAboutApproval: boolean,
): RefundAttempt | null {
  if (isAboutApproval && attempt.isUnknown) return attempt;
  if (!isUnknownAfter(failure)) return null;
  return { ...attempt, isUnknown: true, isCompleting: failure === 'vipps_unavailable' };
}

import { useRef, useState } from 'react';
import type { Approval } from '../../../server/contract/access.ts';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { type Failure, failureOf, newKey, waitAfter } from '../../ui/api/api.ts';
import { isAboutApproval } from '../approval/approval-failure.ts';
import { refundPayment } from '../payment/api.ts';
import { afterFailure, attemptOn, isOpen, type RefundAttempt, type Wanted } from './refund-attempt.ts';

/** Why a refund was not made, and for how many seconds the server asks to wait before the next try. */
export type Refused = { readonly failure: Failure; readonly waitSeconds: number };

export type Refunds = {
  /** A refund of this payment whose outcome is not known yet. */
  readonly attemptFor: (payment: PaymentView) => RefundAttempt | null;
  /** Refunds; null when done, otherwise why not. One at a time for each payment. */
  readonly refund: (
    payment: PaymentView,
    wanted: Wanted,
    approval: Approval | undefined,
  ) => Promise<Refused | null>;
};

/**
 * Remembers unfinished refunds, wherever on the page they were begun.
 * @param onDone called after every attempt, with the payment if the server has answered with it.
 */
export function useRefunds(onDone: (answered: PaymentView | null) => void): Refunds {
  const [attempts, setAttempts] = useState<Readonly<Record<string, RefundAttempt | null>>>({});
  const running = useRef(new Map<string, Promise<Refused | null>>());
  const remember = (reference: string, attempt: RefundAttempt | null) =>
    setAttempts((all) => ({ ...all, [reference]: attempt }));

  const attemptFor = (payment: PaymentView) => {
    const attempt = attempts[payment.reference];
    return attempt && isOpen(attempt, payment) ? attempt : null;
  };

  const send = async (payment: PaymentView, attempt: RefundAttempt, approval: Approval | undefined) => {
    const amount = { value: attempt.amountMinor, currency: payment.amount.currency };
    const { reason } = attempt;
    remember(payment.reference, attempt);
    let answered: PaymentView | null = null;
    try {
      answered = await refundPayment(payment.reference, { amount, reason, approval }, attempt.key);
      remember(payment.reference, null);
      return null;
    } catch (error) {
      const failure = failureOf(error);
      const isAbout = isAboutApproval(failure, approval !== undefined);
      remember(payment.reference, afterFailure(attempt, failure, isAbout));
      return { failure, waitSeconds: waitAfter(error) };
    } finally {
      running.current.delete(payment.reference);
      onDone(answered);
    }
  };

  const refund = (payment: PaymentView, wanted: Wanted, approval: Approval | undefined) => {
    const attempt = attemptFor(payment) ?? attemptOn(payment, wanted, newKey());
    const sent = running.current.get(payment.reference) ?? send(payment, attempt, approval);
    running.current.set(payment.reference, sent);
    return sent;
  };
  return { attemptFor, refund };
}

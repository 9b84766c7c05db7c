import { useRef, useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { type Failure, failureOf, newKey } from '../../ui/api/api.ts';
import { refundPayment } from '../payment/api.ts';
import { afterFailure, attemptOn, isOpen, type RefundAttempt, type Wanted } from './refund-attempt.ts';

export type Refunds = {
  /** A refund of this payment whose outcome is not known yet. */
  readonly attemptFor: (payment: PaymentView) => RefundAttempt | null;
  /** Refunds; null when done, otherwise why not. One at a time for each payment. */
  readonly refund: (payment: PaymentView, wanted: Wanted) => Promise<Failure | null>;
};

/**
 * Remembers unfinished refunds, wherever on the page they were begun.
 * @param onDone called after every attempt, with the payment if the server has answered with it.
 */
export function useRefunds(onDone: (answered: PaymentView | null) => void): Refunds {
  const [attempts, setAttempts] = useState<Readonly<Record<string, RefundAttempt | null>>>({});
  const running = useRef(new Map<string, Promise<Failure | null>>());
  const remember = (reference: string, attempt: RefundAttempt | null) =>
    setAttempts((all) => ({ ...all, [reference]: attempt }));

  const attemptFor = (payment: PaymentView) => {
    const attempt = attempts[payment.reference];
    return attempt && isOpen(attempt, payment) ? attempt : null;
  };

  const send = async (payment: PaymentView, attempt: RefundAttempt) => {
    const amount = { value: attempt.amountMinor, currency: payment.amount.currency };
    remember(payment.reference, attempt);
    let answered: PaymentView | null = null;
    try {
      answered = await refundPayment(payment.reference, amount, attempt.reason, attempt.key);
      remember(payment.reference, null);
      return null;
    } catch (error) {
      const failure = failureOf(error);
      remember(payment.reference, afterFailure(attempt, failure));
      return failure;
    } finally {
      running.current.delete(payment.reference);
      onDone(answered);
    }
  };

  const refund = (payment: PaymentView, wanted: Wanted) => {
    const attempt = attemptFor(payment) ?? attemptOn(payment, wanted, newKey());
    const sent = running.current.get(payment.reference) ?? send(payment, attempt);
    running.current.set(payment.reference, sent);
    return sent;
  };
  return { attemptFor, refund };
}

import { useRef, useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { type Failure, failureOf, newKey } from '../ui/api.ts';
import { refundPayment } from './actions.ts';
import { afterFailure, attemptOn, isOpen, type RefundAttempt } from './refund-attempt.ts';

export type Refunds = {
  /** A refund of this payment whose outcome is not known yet. */
  readonly attemptFor: (payment: PaymentView) => RefundAttempt | null;
  /** Refunds minor units; null when done, otherwise why not. One at a time. */
  readonly refund: (payment: PaymentView, amountMinor: number) => Promise<Failure | null>;
};

/** Remembers unfinished refunds while the payment's details are closed and opened again. */
export function useRefunds(onDone: () => void): Refunds {
  const [attempts, setAttempts] = useState<Readonly<Record<string, RefundAttempt | null>>>({});
  const running = useRef<Promise<Failure | null>>(null);
  const remember = (reference: string, attempt: RefundAttempt | null) =>
    setAttempts((all) => ({ ...all, [reference]: attempt }));

  const attemptFor = (payment: PaymentView) => {
    const attempt = attempts[payment.reference];
    return attempt && isOpen(attempt, payment) ? attempt : null;
  };

  const send = async (payment: PaymentView, attempt: RefundAttempt) => {
    const amount = { value: attempt.amountMinor, currency: payment.amount.currency };
    try {
      await refundPayment(payment.reference, amount, attempt.key);
      remember(payment.reference, null);
      return null;
    } catch (error) {
      const failure = failureOf(error);
      remember(payment.reference, afterFailure(attempt, failure));
      return failure;
    } finally {
      running.current = null;
      onDone();
    }
  };

  const refund = (payment: PaymentView, amountMinor: number) => {
    running.current ??= send(payment, attemptFor(payment) ?? attemptOn(payment, amountMinor, newKey()));
    return running.current;
  };
  return { attemptFor, refund };
}

import { useEffect, useState } from 'react';
import type { PaymentState, PaymentView } from '../../server/contract/payments.ts';
import { isFinal } from '../ui/till/states.ts';

/** Longer than the server shows any result, so that it is the server that decides while it can be reached. */
const longestMs = 20_000;

/** For how long a state may be shown at most, in milliseconds; null when only the server can end it. */
export function longestShownMs(state: PaymentState): number | null {
  return isFinal(state) ? longestMs : null;
}

/** Tells results apart: one that changes under the customer's eyes is a new one, and gets its full time. */
export function resultOf({ reference, version }: PaymentView): string {
  return `${reference} ${version}`;
}

/** The payment until its result has been shown long enough: while the server is away, the next customer must not read "Paid". */
export function useResult(payment: PaymentView | null): PaymentView | null {
  const [over, setOver] = useState<string | null>(null);
  const result = payment && resultOf(payment);
  const shownMs = payment && longestShownMs(payment.state);
  useEffect(() => {
    if (shownMs === null) return;
    const timer = setTimeout(() => setOver(result), shownMs);
    return () => clearTimeout(timer);
  }, [result, shownMs]);
  return shownMs !== null && over === result ? null : payment;
}

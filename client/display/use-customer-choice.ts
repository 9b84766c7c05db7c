import { useEffect, useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';

/** Who chooses something and then pays nothing has left. */
const waitsMs = 60_000;

/** Whether what is shown now is for somebody else than what was shown before: a choice lasts as long as its customer. */
export function isNextCustomer(before: PaymentView | null, now: PaymentView | null): boolean {
  if (before === null) return false;
  return now === null || (before.state === 'approved' && now.reference !== before.reference);
}

/** What a customer has chosen; null until then, and again once the customer is gone. */
export function useCustomerChoice<T>(
  payment: PaymentView | null,
): readonly [T | null, (choice: T | null) => void] {
  const [chosen, choose] = useState<T | null>(null);
  const [before, setBefore] = useState(payment);
  if (before !== payment) {
    setBefore(payment);
    // Not after the next customer has seen it.
    if (isNextCustomer(before, payment)) choose(null);
  }
  const isLeft = chosen !== null && payment === null;
  useEffect(() => {
    if (!isLeft) return;
    const timer = setTimeout(() => choose(null), waitsMs);
    return () => clearTimeout(timer);
  }, [isLeft]);
  return [chosen, choose];
}

import { useEffect, useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';

/** After this long without a payment, a customer who has chosen something is taken to have left. */
const waitsMs = 60_000;

/** Whether `now` is shown to another customer than `before` was: a choice lasts as long as its customer. */
export function isNextCustomer(before: PaymentView | null, now: PaymentView | null): boolean {
  if (before === null) return false;
  return now === null || (before.state === 'approved' && now.reference !== before.reference);
}

/** The choice that was stored for this sale before a reload; null when there is none. */
function recall<T>(name: string, payment: PaymentView | null): T | null {
  try {
    const [reference, choice] = JSON.parse(sessionStorage.getItem(name) ?? '[]');
    return payment !== null && payment.reference === reference ? choice : null;
  } catch {
    return null;
  }
}

/** What a customer has chosen; null until then, and again once the customer is gone. @param name what it is kept under. */
export function useCustomerChoice<T>(
  name: string,
  payment: PaymentView | null,
): readonly [T | null, (choice: T | null) => void] {
  const [chosen, choose] = useState<T | null>(() => recall<T>(name, payment));
  const [before, setBefore] = useState(payment);
  if (before !== payment) {
    setBefore(payment);
    // While rendering, so that the next customer never sees the choice.
    if (isNextCustomer(before, payment)) choose(null);
  }
  const reference = payment?.reference;
  useEffect(() => {
    try {
      if (reference && chosen) sessionStorage.setItem(name, JSON.stringify([reference, chosen]));
      else sessionStorage.removeItem(name);
    } catch {
      // Storage is forbidden: a reload loses the choice.
    }
  }, [name, reference, chosen]);
  const isLeft = chosen !== null && payment === null;
  useEffect(() => {
    if (!isLeft) return;
    const timer = setTimeout(() => choose(null), waitsMs);
    return () => clearTimeout(timer);
  }, [isLeft]);
  return [chosen, choose];
}

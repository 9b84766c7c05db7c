// While the server is away the display cannot learn that a payment is over, and the next customer must not see it.
import { useEffect, useState } from 'react';
import type { PaymentView } from '../../server/contract/payments.ts';
import { pageClock } from '../ui/base/page-clock.ts';
import { type Deadlines, nextDeadlineMs } from '../ui/till/deadlines.ts';
import { isFinal } from '../ui/till/states.ts';

const graceMs = 5_000;
/** For states without a deadline that the customer knows of, such as "one moment". */
const longestMs = 60_000;

/**
 * When an open payment leaves the screen (monotonic milliseconds), as the server has been away since then; null when results do that themselves.
 */
export function abandonedAtMs(
  payment: PaymentView,
  deadlines: Deadlines | null,
  awaySinceMs: number,
): number | null {
  if (isFinal(payment.state)) return null;
  const deadlineMs = nextDeadlineMs(payment, deadlines);
  return deadlineMs === null ? awaySinceMs + longestMs : Math.max(deadlineMs, awaySinceMs) + graceMs;
}

/** Whether the payment that the till showed last is too old to stay on the screen. What became of it only the server knows (P1). */
export function useAbandoned(
  payment: PaymentView | null,
  deadlines: Deadlines | null,
  offline: boolean,
): boolean {
  const [abandoned, setAbandoned] = useState(false);
  useEffect(() => {
    setAbandoned(false);
    const nowMs = pageClock.monotonicMs();
    const atMs = offline && payment ? abandonedAtMs(payment, deadlines, nowMs) : null;
    if (atMs === null) return;
    const timer = setTimeout(() => setAbandoned(true), atMs - nowMs);
    return () => clearTimeout(timer);
  }, [payment, deadlines, offline]);
  return abandoned && offline;
}

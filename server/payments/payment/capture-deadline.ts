// Until when what a customer has let us take can be captured. Times are by the wall clock: that is how Vipps counts.
import type { Amount } from '../../contract/payments.ts';
import { problem } from './problems.ts';
import type { Payment, PaymentEvent } from './types.ts';

const dayMs = 86_400_000;
/** Where a currency is paid with: 180 days in Norway, 14 in Denmark and Finland; of Sweden nothing is said, so the shorter counts. */
const days: Readonly<Record<Amount['currency'], number>> = { NOK: 180, DKK: 14, EUR: 14, SEK: 14 };
/** Staff are told this long before: a shop may be closed for some days. */
export const remindMs = 7 * dayMs;

/** @param shownMs what Vipps itself says, where it does. */
export const guaranteedUntilMs = (currency: Amount['currency'], reservedAtMs: number, shownMs?: number) =>
  shownMs ?? reservedAtMs + days[currency] * dayMs;

/** Vipps' own word counts, whenever it comes; without one, the days that a country gives from when we first saw the reservation. */
export function deadlineOf({ amount, captureUntilMs }: Payment, event: PaymentEvent, nowMs: number): number {
  const shownMs = event.type === 'observed' ? event.observation.captureUntilMs : undefined;
  return shownMs ?? captureUntilMs ?? guaranteedUntilMs(amount.currency, nowMs);
}

/** Nothing that keeps anybody from its money. */
export const isAside = (said: Payment['problem']) => said === null || said.code === 'lines_refused';

/** Until when somebody has to capture or release what is left of a sale; null when nothing waits for anybody. */
export function captureByMs(payment: Payment): number | null {
  const { state, capture, reservedAmount, capturedAmount, releasedAmount, releasingAmount } = payment;
  const isStopping = payment.agreement?.stop === 'pending';
  const waits = state === 'approved' && capture !== 'pending' && releasingAmount === 0 && !isStopping;
  if (!waits || reservedAmount <= capturedAmount + releasedAmount) return null;
  return payment.captureUntilMs ?? guaranteedUntilMs(payment.amount.currency, payment.createdAtMs);
}

/** What stands in the way of its money, or else that it has to be captured soon, before what does not. */
export function problemOf(payment: Payment, nowMs: number): Payment['problem'] {
  const byMs = captureByMs(payment);
  const isDue = byMs !== null && byMs <= nowMs + remindMs;
  return isDue && isAside(payment.problem) ? problem('capture_due') : payment.problem;
}

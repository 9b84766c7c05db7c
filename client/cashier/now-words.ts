// What the cashier reads about a payment, in words that are true of its state (P1).
import type { PaymentView } from '../../server/contract.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Texts } from '../ui/texts/texts.ts';

export type NowWords = {
  readonly icon: IconName;
  readonly tone: 'accent' | 'good' | 'calm' | 'warn';
  readonly title: string;
  readonly text: string | null;
};
type Context = {
  readonly cashier: Texts['cashier'];
  readonly app: string;
  readonly money: (amountMinor: number) => string;
};

function captureWords(
  { capture, problem, refundedAmount }: PaymentView,
  { cashier, money }: Context,
): string {
  if (refundedAmount > 0) return cashier.refundDone(money(refundedAmount));
  if (capture === 'failed' || problem?.code === 'capture_failed') return cashier.captureFailed;
  if (capture === 'captured') return cashier.captureDone;
  return capture === 'pending' ? cashier.capturePending : cashier.captureNone;
}

function waitingText({ problem }: PaymentView, { cashier, app }: Context): string | null {
  if (problem?.code === 'declined') return cashier.declined;
  return problem?.code === 'vipps_unavailable' ? cashier.reconnectingTo(app) : null;
}

/** What the cashier reads about a payment. */
export function nowWordsOf(payment: PaymentView, context: Context): NowWords {
  const { cashier, app, money } = context;
  const { state, problem, endedBy, amount } = payment;
  const released = problem?.code === 'released' ? cashier.released(money(amount.value)) : null;
  const ended = released ?? cashier.nothingTaken;
  switch (state) {
    case 'started':
    case 'presented':
    case 'scanned': {
      const icon = state === 'scanned' ? 'phone' : 'dots';
      return { icon, tone: 'accent', title: cashier[state], text: waitingText(payment, context) };
    }
    case 'closing':
      return { icon: 'dots', tone: 'calm', title: cashier.closing.title, text: cashier.closing.text(app) };
    case 'approved':
      return { icon: 'check', tone: 'good', title: cashier.approved, text: captureWords(payment, context) };
    case 'cancelled': {
      const title = endedBy === 'customer' ? cashier.cancelledByCustomer : cashier.cancelled;
      return { icon: 'back', tone: 'calm', title, text: ended };
    }
    case 'expired':
      return { icon: 'clock', tone: 'calm', title: cashier.expired, text: ended };
    case 'failed': {
      const isRefused = problem?.code === 'vipps_rejected';
      const text = isRefused ? cashier.failedRejected(app) : cashier.failedUnavailable(app);
      return { icon: 'alert', tone: 'warn', title: cashier.failed, text: released ?? text };
    }
  }
}

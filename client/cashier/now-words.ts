// What the cashier reads about a payment, in words that are true of its state (P1).
import type { PaymentView } from '../../server/contract.ts';
import type { IconName } from '../ui/icon.tsx';
import { isStartedOver } from '../ui/states.ts';
import { attentionOf, attentionText, type CashierWords } from './attention.ts';
import { isRefundedInFull } from './day.ts';

export type NowWords = {
  readonly icon: IconName;
  readonly tone: 'accent' | 'good' | 'calm' | 'warn';
  readonly title: string;
  readonly text: string | null;
  /** Somebody should do something, or know. */
  readonly isUrgent: boolean;
};

const calm = { tone: 'calm', isUrgent: false } as const;

function moneyText({ capture, refundedAmount }: PaymentView, { cashier, money }: CashierWords): string {
  if (refundedAmount > 0) return cashier.refundDone(money(refundedAmount));
  if (capture === 'captured') return cashier.captureDone;
  return capture === 'pending' ? cashier.capturePending : cashier.captureNone;
}

function approvedWords(payment: PaymentView, words: CashierWords): NowWords {
  const { cashier } = words;
  const plain = moneyText(payment, words);
  const reason = attentionOf(payment);
  const text = reason ? attentionText(payment, reason, words) : plain;
  if (reason === 'paid_late') {
    // Whether it can be refunded yet depends on what has become of the money so far.
    return { icon: 'check', tone: 'warn', title: cashier.paidLate, text: `${text} ${plain}`, isUrgent: true };
  }
  if (isRefundedInFull(payment)) return { ...calm, icon: 'back', title: cashier.refunded, text };
  return { icon: 'check', tone: 'good', title: cashier.approved, text, isUrgent: reason !== null };
}

function waitingText({ problem }: PaymentView, { cashier, app }: CashierWords): string | null {
  if (problem?.code === 'declined') return cashier.declined;
  return problem?.code === 'vipps_unavailable' ? cashier.reconnectingTo(app) : null;
}

function closingText({ problem }: PaymentView, { cashier, app }: CashierWords): string {
  const text = cashier.closing.text(app);
  return problem?.code === 'vipps_unavailable' ? `${cashier.reconnectingTo(app)} ${text}` : text;
}

function failedText({ problem }: PaymentView, { cashier, app }: CashierWords): string {
  if (problem?.code === 'vipps_rejected') return cashier.failedRejected(app);
  return problem?.code === 'vipps_unavailable' ? cashier.failedUnavailable(app) : cashier.nothingTaken;
}

/** [P3] Nothing was taken, unless money has turned up since. */
function endedWords(payment: PaymentView, words: CashierWords, otherwise: Omit<NowWords, 'isUrgent'>) {
  const reason = attentionOf(payment);
  if (!reason) return { ...otherwise, isUrgent: false };
  const text = attentionText(payment, reason, words);
  const sign = reason === 'kept' ? ({ icon: 'alert', tone: 'warn' } as const) : {};
  return { ...otherwise, ...sign, text, isUrgent: true };
}

/** What the cashier reads about a payment. */
export function nowWordsOf(payment: PaymentView, words: CashierWords): NowWords {
  const { cashier } = words;
  const { state, endedBy } = payment;
  if (isStartedOver(payment)) return { ...calm, icon: 'dots', ...cashier.startedOver };
  switch (state) {
    case 'started':
    case 'presented':
    case 'scanned': {
      const icon = state === 'scanned' ? 'phone' : 'dots';
      const text = waitingText(payment, words);
      return { icon, tone: 'accent', title: cashier[state], text, isUrgent: false };
    }
    case 'closing':
      return { ...calm, icon: 'dots', title: cashier.closing.title, text: closingText(payment, words) };
    case 'approved':
      return approvedWords(payment, words);
    case 'cancelled': {
      const title = endedBy === 'customer' ? cashier.cancelledByCustomer : cashier.cancelled;
      return endedWords(payment, words, { icon: 'back', tone: 'calm', title, text: cashier.nothingTaken });
    }
    case 'expired': {
      const text = cashier.nothingTaken;
      return endedWords(payment, words, { icon: 'clock', tone: 'calm', title: cashier.expired, text });
    }
    case 'failed': {
      const text = failedText(payment, words);
      return endedWords(payment, words, { icon: 'alert', tone: 'warn', title: cashier.failed, text });
    }
  }
}

// What the cashier reads about a payment: only what is true of its state (P1).
import type { PaymentView } from '../../../server/contract/payments.ts';
import type { IconName } from '../../ui/parts/icon.tsx';
import { isStartedOver } from '../../ui/till/states.ts';
import { attentionOf, attentionText, type PaymentTexts } from './attention.ts';
import { isRefundedInFull, isReleasedInFull, reservedMinor } from './balances.ts';

export type StatusText = {
  readonly icon: IconName;
  readonly tone: 'accent' | 'good' | 'calm' | 'warn';
  readonly title: string;
  readonly text: string | null;
  /** Staff have to do something, or to know. */
  readonly isUrgent: boolean;
};

const calm = { tone: 'calm', isUrgent: false } as const;

/** What has become of money that was captured: of a part, also what has become of the rest. */
function capturedText(payment: PaymentView, { cashier, subscription, money }: PaymentTexts): string {
  const { agreement, capturedAmount, releasedAmount } = payment;
  const leftMinor = reservedMinor(payment);
  if (leftMinor > 0) return cashier.capturedInPart(money(capturedAmount), money(leftMinor));
  if (releasedAmount > 0) return cashier.capturedAndReleased(money(capturedAmount), money(releasedAmount));
  return agreement ? subscription.first.captured : cashier.captureDone;
}

function moneyText(payment: PaymentView, texts: PaymentTexts): string {
  const { agreement, amount, capture, refundedAmount, releasedAmount } = payment;
  const { cashier, subscription, money } = texts;
  if (refundedAmount > 0) return cashier.refundDone(money(refundedAmount));
  if (isReleasedInFull(payment)) return cashier.releaseDone(money(releasedAmount));
  if (agreement && amount.value === 0) return subscription.nothingPaid;
  if (capture === 'captured') return capturedText(payment, texts);
  if (agreement) return subscription.first[capture === 'pending' ? 'pending' : 'none'];
  return capture === 'pending' ? cashier.capturePending : cashier.captureNone;
}

/** How an agreement stands that the customer has approved. */
function agreedStatus(payment: PaymentView, texts: PaymentTexts): StatusText {
  const { subscription } = texts;
  const status = payment.agreement?.status;
  const plain = withNotice(moneyText(payment, texts), payment, texts);
  const reason = attentionOf(payment);
  const attention = reason && attentionText(payment, reason, texts);
  if (status === 'stopping' || status === 'stopped') {
    return {
      icon: 'back',
      tone: 'calm',
      title: subscription[status],
      text: attention ?? plain,
      isUrgent: attention !== null,
    };
  }
  if (reason === 'paid_late') {
    const text = `${attention} ${plain}`;
    return { icon: 'check', tone: 'warn', title: subscription.activeLate, text, isUrgent: true };
  }
  const text = attention ?? plain;
  return { icon: 'check', tone: 'good', title: subscription.active, text, isUrgent: attention !== null };
}

function approvedStatus(payment: PaymentView, texts: PaymentTexts): StatusText {
  const { cashier } = texts;
  const plain = withNotice(moneyText(payment, texts), payment, texts);
  const reason = attentionOf(payment);
  const text = reason ? attentionText(payment, reason, texts) : plain;
  if (reason === 'paid_late') {
    // Whether it can be refunded yet depends on what has become of the money so far.
    return { icon: 'check', tone: 'warn', title: cashier.paidLate, text: `${text} ${plain}`, isUrgent: true };
  }
  if (isRefundedInFull(payment)) return { ...calm, icon: 'back', title: cashier.refunded, text };
  if (isReleasedInFull(payment)) return { ...calm, icon: 'back', title: cashier.released, text };
  return { icon: 'check', tone: 'good', title: cashier.approved, text, isUrgent: reason !== null };
}

/** What staff should know, though it needs nothing of them. */
export function noticeOf({ problem }: PaymentView, { cashier, app }: PaymentTexts): string | null {
  return problem?.code === 'lines_refused' ? cashier.linesRefused(app) : null;
}

const withNotice = (text: string, payment: PaymentView, texts: PaymentTexts) =>
  [text, noticeOf(payment, texts)].filter((sentence) => sentence !== null).join(' ');

function waitingText(payment: PaymentView, texts: PaymentTexts): string | null {
  const { problem } = payment;
  const { cashier, app } = texts;
  if (problem?.code === 'lines_refused') return noticeOf(payment, texts);
  return problem?.code === 'vipps_unavailable' ? cashier.reconnectingTo(app) : null;
}

const declinedStatus = ({ stage, app }: PaymentTexts): StatusText => ({
  icon: 'alert',
  tone: 'warn',
  title: stage.declined.title,
  text: stage.declined.text(app),
  isUrgent: false,
});

function closingText(payment: PaymentView, texts: PaymentTexts): string {
  const { problem } = payment;
  const { cashier, app } = texts;
  const reason = attentionOf(payment);
  if (reason) return attentionText(payment, reason, texts);
  const text = cashier.closing.text(app);
  return problem?.code === 'vipps_unavailable' ? `${cashier.reconnectingTo(app)} ${text}` : text;
}

const nothingText = ({ agreement }: PaymentView, { cashier, subscription }: PaymentTexts) =>
  agreement ? subscription.noAgreement : cashier.nothingTaken;

function failedText(payment: PaymentView, texts: PaymentTexts): string {
  const { cashier, subscription, app } = texts;
  const refused = payment.agreement ? subscription.failedRejected : cashier.failedRejected;
  const { code, host = '' } = payment.problem ?? {};
  if (code === 'vipps_rejected') return refused(app);
  if (code === 'keys_rejected') return cashier.failedKeys(app);
  if (code === 'image_host_refused') return cashier.failedImageHost(host);
  return code === 'vipps_unavailable' ? cashier.failedUnavailable(app) : nothingText(payment, texts);
}

/** [P3] Nothing was taken, unless money has turned up since. */
function endedStatus(payment: PaymentView, texts: PaymentTexts, otherwise: Omit<StatusText, 'isUrgent'>) {
  const reason = attentionOf(payment);
  if (!reason) return { ...otherwise, isUrgent: false };
  const text = attentionText(payment, reason, texts);
  const sign = reason === 'kept' ? ({ icon: 'alert', tone: 'warn' } as const) : {};
  return { ...otherwise, ...sign, text, isUrgent: true };
}

/** What the cashier reads about a payment. */
export function statusTextOf(payment: PaymentView, texts: PaymentTexts): StatusText {
  const { cashier } = texts;
  const { state, endedBy } = payment;
  if (isStartedOver(payment)) return { ...calm, icon: 'dots', ...cashier.startedOver };
  switch (state) {
    case 'started':
    case 'presented':
    case 'scanned': {
      if (payment.problem?.code === 'declined') return declinedStatus(texts);
      const icon = state === 'scanned' ? 'phone' : 'dots';
      const text = waitingText(payment, texts);
      return { icon, tone: 'accent', title: cashier[state], text, isUrgent: false };
    }
    case 'closing':
      return { ...calm, icon: 'dots', title: cashier.closing.title, text: closingText(payment, texts) };
    case 'approved':
      return payment.agreement ? agreedStatus(payment, texts) : approvedStatus(payment, texts);
    case 'cancelled': {
      const title = endedBy === 'customer' ? cashier.cancelledByCustomer : cashier.cancelled;
      return endedStatus(payment, texts, {
        icon: 'back',
        tone: 'calm',
        title,
        text: nothingText(payment, texts),
      });
    }
    case 'expired': {
      const text = nothingText(payment, texts);
      return endedStatus(payment, texts, { icon: 'clock', tone: 'calm', title: cashier.expired, text });
    }
    case 'failed': {
      const text = failedText(payment, texts);
      return endedStatus(payment, texts, { icon: 'alert', tone: 'warn', title: cashier.failed, text });
    }
  }
}

// What both sides show of a payment, in the same terms, so that a difference is easy to see.
import type { PaymentView } from '../../server/contract/payments.ts';
import type { Check, Difference } from '../../server/contract/reconciliation.ts';
import type { ReportTexts } from './report-texts.ts';

type SideTexts = Pick<ReportTexts, 'reconciliation' | 'app' | 'money'>;

type Captured = Pick<PaymentView, 'capturedAmount' | 'refundedAmount'>;

function movedText(
  { capturedAmount, refundedAmount }: Captured,
  payment: PaymentView,
  texts: SideTexts,
): string {
  const { state } = texts.reconciliation;
  const money = (amountMinor: number) => texts.money(amountMinor, payment.amount.currency);
  const captured = state.captured(money(capturedAmount));
  return refundedAmount > 0 ? `${captured}, ${state.refunded(money(refundedAmount))}` : captured;
}

function approvedText(payment: PaymentView, texts: SideTexts): string {
  const { state } = texts.reconciliation;
  const amount = texts.money(payment.amount.value, payment.amount.currency);
  // An agreement without a first payment.
  if (payment.amount.value === 0) return state.nothing;
  if (payment.capture === 'pending') return state.capturing(amount);
  if (payment.capturedAmount > 0) return movedText(payment, payment, texts);
  if (payment.releasedAmount > 0) return state.released(amount);
  return payment.capture === 'failed' ? state.captureRefused(amount) : state.reserved(amount);
}

/** What this shop recorded. */
export function hereText(payment: PaymentView, texts: SideTexts): string {
  const { state } = texts.reconciliation;
  if (payment.state === 'approved') return approvedText(payment, texts);
  // Money that turned up late.
  if (payment.capturedAmount > 0) return movedText(payment, payment, texts);
  switch (payment.state) {
    case 'cancelled':
      return payment.endedBy === 'customer' ? state.cancelledByCustomer : state.cancelled;
    case 'expired':
    case 'failed':
      return state[payment.state];
    default:
      return state.open;
  }
}

/** What Vipps shows. */
export function thereText({ payment, vipps, outcome, unchecked }: Check, texts: SideTexts): string {
  const { state } = texts.reconciliation;
  if (vipps === null) {
    const isSilent = outcome === 'not_checked' && unchecked?.code !== 'not_asked';
    return isSilent ? state.noAnswer : state.notAsked;
  }
  if (!vipps.known) return state.unknown;
  if (vipps.capturedAmount > 0) return movedText(vipps, payment, texts);
  const reserved = texts.money(vipps.reservedAmount, payment.amount.currency);
  if (vipps.cancelled) return payment.releasedAmount > 0 ? state.released(reserved) : state.cancelled;
  return vipps.reservedAmount === 0 ? state.nothing : state.reserved(reserved);
}

/** One difference as a sentence. */
export function differenceText(
  { payment, vipps }: Check,
  code: Difference['code'],
  texts: SideTexts,
): string {
  const { app, reconciliation } = texts;
  const says = reconciliation.difference;
  const money = (amountMinor: number) => texts.money(amountMinor, payment.amount.currency);
  const { reservedAmount = 0, capturedAmount = 0, refundedAmount = 0, cancelled = false } = vipps ?? {};
  const reserved = cancelled ? 0 : Math.max(0, reservedAmount - capturedAmount);
  switch (code) {
    case 'late_money':
    case 'late_money_kept':
      return says[code](app, money(reserved + capturedAmount - refundedAmount));
    case 'captured_differs': {
      const more = capturedAmount - payment.capturedAmount;
      return says[more > 0 ? 'captured_there' : 'captured_here'](app, money(Math.abs(more)));
    }
    case 'refunded_differs': {
      const more = refundedAmount - payment.refundedAmount;
      return says[more > 0 ? 'refunded_there' : 'refunded_here'](app, money(Math.abs(more)));
    }
    case 'not_captured':
      return says.not_captured(money(reserved));
    default:
      return says[code](app);
  }
}

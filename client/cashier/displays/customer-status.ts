// What the customer's screen shows now, in one line of the display's own texts.
import type { PaymentView } from '../../../server/contract/payments.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { lateMoneyOf } from '../../ui/till/late-money.ts';
import { isStartedOver } from '../../ui/till/states.ts';
import { isRefundedInFull, isReleasedInFull } from '../payment/balances.ts';

function agreedTitle(payment: PaymentView, { signUp }: Texts['display']): string {
  const status = payment.agreement?.status;
  return status === 'stopping' || status === 'stopped' ? signUp[status].title : signUp.active.title;
}

function approvedTitle(payment: PaymentView, display: Texts['display']): string {
  if (payment.agreement) return agreedTitle(payment, display);
  if (isRefundedInFull(payment)) return display.refunded.title;
  return isReleasedInFull(payment) ? display.released.title : display.approved.title;
}

function lateTitle(payment: PaymentView, { late, signUp }: Texts['display']): string | null {
  const fate = lateMoneyOf(payment)?.fate;
  if (fate === undefined) return null;
  const isOwn = payment.agreement !== null && (fate === 'returning' || fate === 'released');
  return isOwn ? signUp.late[fate].title : late[fate].title;
}

/** @param payment what the till shows now. @param app Vipps or MobilePay. */
export function customerTitle(payment: PaymentView | null, display: Texts['display'], app: string): string {
  if (payment === null) return display.idle.title;
  if (isStartedOver(payment)) return display.started.title;
  const { state } = payment;
  const own = payment.agreement ? display.signUp : display;
  switch (state) {
    case 'started':
    case 'closing':
      return display[state].title;
    case 'presented':
      return own.presented.title;
    case 'scanned':
      return display.scanned.title(app);
    case 'approved':
      return approvedTitle(payment, display);
    case 'cancelled':
    case 'expired':
    case 'failed':
      return lateTitle(payment, display) ?? own[state].title;
  }
}

// What we say of a payment against what Vipps shows of it, as a table. Pure; amounts are minor units.
import type { Difference, Shown } from '../contract/reconciliation.ts';
import type { Payment } from '../payments/payment/types.ts';
import type { PolledOrder } from '../vipps/gateway.ts';

type Rule = {
  code: Difference['code'];
  when: (ours: Payment, vipps: Shown) => boolean;
  /** A plain sentence for who reads the API; screens have their own. */
  says: (ours: Payment, vipps: Shown) => string;
  /** Makes whatever the amounts say beside the point. */
  alone?: true;
};

/** Held or kept: reserved and not released, or captured and not refunded. */
const moneyLeft = ({ reservedAmount, capturedAmount, refundedAmount, cancelled }: Shown) =>
  (cancelled ? 0 : Math.max(0, reservedAmount - capturedAmount)) + capturedAmount - refundedAmount;

/**
 * Whether the watch gives it back once it looks. It takes no second run at a refund that was refused, and does not look for a
 * sale that Vipps refused to start.
 */
function comesBackByItself({ state, closingFor, capturedAmount }: Payment, vipps: Shown): boolean {
  const isWatched = state !== 'failed' || closingFor !== null;
  return isWatched && (vipps.capturedAmount === 0 || vipps.capturedAmount > capturedAmount);
}

/** An agreement without a first payment: there is no money on it, and it may end at any time. */
const isFree = ({ agreement, amount }: Payment) => agreement !== null && amount.value === 0;

/** Held there, and taken or given back by nobody. */
const stillReserved = (ours: Payment, vipps: Shown) =>
  vipps.cancelled
    ? 0
    : vipps.reservedAmount - vipps.capturedAmount - Math.max(ours.releasedAmount, vipps.releasedAmount);

const whenEnded: readonly Rule[] = [
  {
    code: 'late_money',
    when: (ours, vipps) => moneyLeft(vipps) > 0 && comesBackByItself(ours, vipps),
    says: (ours, vipps) =>
      `It is ${ours.state}, but Vipps MobilePay shows ${moneyLeft(vipps)} (minor units) on it. The money is being given back.`,
  },
  {
    code: 'late_money_kept',
    when: (ours, vipps) => moneyLeft(vipps) > 0 && !comesBackByItself(ours, vipps),
    says: (ours, vipps) =>
      `It is ${ours.state}, but Vipps MobilePay shows ${moneyLeft(vipps)} (minor units) on it. The money has to be given back by hand.`,
  },
];

const whenApproved: readonly Rule[] = [
  {
    code: 'unknown_at_vipps',
    alone: true,
    when: (_, { known }) => !known,
    says: () => 'It is approved, but Vipps MobilePay does not know it.',
  },
  {
    code: 'voided',
    alone: true,
    when: (ours, vipps) =>
      vipps.cancelled && vipps.capturedAmount === 0 && ours.releasedAmount === 0 && !isFree(ours),
    says: () => 'It is approved, but cancelled at Vipps MobilePay: nothing is held there.',
  },
  {
    code: 'not_reserved',
    alone: true,
    when: (ours, vipps) => vipps.reservedAmount === 0 && vipps.capturedAmount === 0 && !isFree(ours),
    says: () => 'It is approved, but Vipps MobilePay shows nothing reserved.',
  },
  {
    code: 'captured_differs',
    when: (ours, vipps) => ours.capturedAmount !== vipps.capturedAmount,
    says: (ours, vipps) =>
      `Captured here: ${ours.capturedAmount}. At Vipps MobilePay: ${vipps.capturedAmount} (minor units).`,
  },
  {
    code: 'refunded_differs',
    when: (ours, vipps) => ours.refundedAmount !== vipps.refundedAmount,
    says: (ours, vipps) =>
      `Refunded here: ${ours.refundedAmount}. At Vipps MobilePay: ${vipps.refundedAmount} (minor units).`,
  },
  {
    code: 'not_captured',
    when: (ours, vipps) => ours.capturedAmount === vipps.capturedAmount && stillReserved(ours, vipps) > 0,
    says: (ours, vipps) => `${stillReserved(ours, vipps)} (minor units) is reserved and not captured.`,
  },
];

const nothingShown = {
  reservedAmount: 0,
  capturedAmount: 0,
  refundedAmount: 0,
  releasedAmount: 0,
  cancelled: false,
};

/** @param sight null when Vipps does not know the order. */
export function shownOf(polled: PolledOrder | null): Shown {
  const { reservedAmount, capturedAmount, refundedAmount, releasedAmount, cancelled } =
    polled ?? nothingShown;
  return {
    known: polled !== null,
    reservedAmount,
    capturedAmount,
    refundedAmount,
    releasedAmount,
    cancelled,
  };
}

/** @param ours a payment that is final, with nothing under way. @returns none when both sides agree. */
export function differencesOf(ours: Payment, vipps: Shown): Difference[] {
  const rules = ours.state === 'approved' ? whenApproved : whenEnded;
  const found = rules.filter(({ when }) => when(ours, vipps));
  const alone = found.find((rule) => rule.alone);
  return (alone ? [alone] : found).map(({ code, says }) => ({ code, message: says(ours, vipps) }));
}

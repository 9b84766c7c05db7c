// A payment as screens and tills see it, and for how long a till shows it.
import type { AgreementView, PaymentView } from '../contract/payments.ts';
import { type Clock, wallTimeMs } from '../core/clock.ts';
import { captureByMs, problemOf } from './payment/capture-deadline.ts';
import { isFinal } from './payment/transitions.ts';
import type { Payment } from './payment/types.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** The address of a payment's QR image, on this server. */
export const qrPath = (reference: string) => `/api/payments/${reference}/qr`;

const whenApproved = { none: 'active', pending: 'stopping', stopped: 'stopped' } as const;

/** `stop` counts once the subscriber has agreed; before, the payment itself tells. */
function statusOf({ state, agreement }: Payment): AgreementView['status'] {
  if (state === 'approved') return whenApproved[agreement?.stop ?? 'none'];
  if (state === 'expired') return 'expired';
  return isFinal(state) ? 'stopped' : 'pending';
}

function toAgreementView(payment: Payment): AgreementView | null {
  if (payment.agreement === null) return null;
  const { chargeId: _, stop: __, ...agreement } = payment.agreement;
  return { ...agreement, status: statusOf(payment) };
}

export function toView(payment: Payment, clock: Pick<Clock, 'nowMs' | 'steadyMs'>): PaymentView {
  const { qrExpiresAtMs, state } = payment;
  const byMs = captureByMs(payment);
  // A code that cannot be paid is shown nowhere.
  const scannable = qrExpiresAtMs !== null && (state === 'presented' || state === 'scanned');
  return {
    reference: payment.reference,
    till: payment.till,
    api: payment.api,
    state,
    amount: payment.amount,
    text: payment.text,
    lines: [...payment.lines],
    agreement: toAgreementView(payment),
    qr: scannable
      ? { href: qrPath(payment.reference), expiresAt: iso(wallTimeMs(qrExpiresAtMs, clock)) }
      : null,
    expiresAt: iso(wallTimeMs(payment.expiresAtMs, clock)),
    capture: payment.capture,
    captureBy: byMs === null ? null : iso(byMs),
    capturedAmount: payment.capturedAmount,
    refundedAmount: payment.refundedAmount,
    releasedAmount: payment.releasedAmount,
    endedBy: payment.endedBy,
    problem: problemOf(payment, clock.nowMs()),
    createdAt: iso(payment.createdAtMs),
    updatedAt: iso(payment.updatedAtMs),
    version: payment.version,
  };
}

/** A result stays long enough to be read from behind a counter, then the till is idle again. */
export const resultShownMs = { approved: 10_000, other: 15_000 };

/**
 * What a till shows of its newest payment.
 * @param nowMs by the steady clock.
 * @returns `payment: null` for idle, and how many milliseconds from now that changes by itself (null: it does not).
 */
export function whatToShow(
  payment: Payment | null,
  nowMs: number,
): { payment: Payment | null; changesInMs: number | null } {
  if (payment === null) return { payment: null, changesInMs: null };
  if (!isFinal(payment.state)) return { payment, changesInMs: null };
  const shownMs = payment.state === 'approved' ? resultShownMs.approved : resultShownMs.other;
  const changesInMs = payment.endedAtMs === null ? 0 : payment.endedAtMs + shownMs - nowMs;
  // Longer than ever means that the machine was started anew with another time, which must not keep a result on the screen.
  const shown = changesInMs > 0 && changesInMs <= shownMs;
  return shown ? { payment, changesInMs } : { payment: null, changesInMs: null };
}

// A payment as a row of its table, and back.
import { attentionCodes } from '../contract/problems.ts';
import type { Agreement, Payment } from '../payments/payment/types.ts';
import type { PaymentRow } from './tables.ts';

function needsAttention(problem: Payment['problem']): boolean {
  const codes: readonly string[] = attentionCodes;
  return problem !== null && codes.includes(problem.code);
}

export function toRow(payment: Payment): PaymentRow {
  return {
    reference: payment.reference,
    base: payment.base,
    attempt: payment.attempt,
    till: payment.till,
    shop: payment.shop,
    msn: payment.msn,
    api: payment.api,
    state: payment.state,
    amount: payment.amount.value,
    currency: payment.amount.currency,
    text: payment.text,
    search: `${payment.reference} ${payment.text}`.toLowerCase(),
    lines: JSON.stringify(payment.lines),
    agreement: payment.agreement === null ? null : JSON.stringify(payment.agreement),
    qr_expires_at: payment.qrExpiresAtMs,
    expires_at: payment.expiresAtMs,
    closing_for: payment.closingFor,
    capture: payment.capture,
    reserved_amount: payment.reservedAmount,
    captured_amount: payment.capturedAmount,
    refunded_amount: payment.refundedAmount,
    capture_until: payment.captureUntilMs,
    refunding_amount: payment.refundingAmount,
    released_amount: payment.releasedAmount,
    releasing_amount: payment.releasingAmount,
    ended_by: payment.endedBy,
    problem: payment.problem === null ? null : JSON.stringify(payment.problem),
    attention: needsAttention(payment.problem) ? 1 : 0,
    created_at: payment.createdAtMs,
    ended_at: payment.endedAtMs,
    updated_at: payment.updatedAtMs,
    version: payment.version,
  };
}

export function toPayment(row: PaymentRow): Payment {
  return {
    reference: row.reference,
    base: row.base,
    attempt: row.attempt,
    till: row.till,
    shop: row.shop,
    msn: row.msn,
    api: row.api,
    state: row.state,
    amount: { value: row.amount, currency: row.currency },
    text: row.text,
    lines: JSON.parse(row.lines),
    agreement: row.agreement === null ? null : (JSON.parse(row.agreement) as Agreement),
    qrExpiresAtMs: row.qr_expires_at,
    expiresAtMs: row.expires_at,
    closingFor: row.closing_for,
    capture: row.capture,
    reservedAmount: row.reserved_amount,
    capturedAmount: row.captured_amount,
    refundedAmount: row.refunded_amount,
    captureUntilMs: row.capture_until,
    refundingAmount: row.refunding_amount,
    releasedAmount: row.released_amount,
    releasingAmount: row.releasing_amount,
    endedBy: row.ended_by,
    problem: row.problem === null ? null : JSON.parse(row.problem),
    createdAtMs: row.created_at,
    endedAtMs: row.ended_at,
    updatedAtMs: row.updated_at,
    version: row.version,
  };
}

// Payments as the API shows them, for tests with scripted answers.
import type { Screen } from '../contact-sheet/screen.ts';
import { answerOf, type Language, type State, sale } from '../contact-sheet/states.ts';
import { refusal } from './scripted-api.ts';
import type { Answer } from './site.ts';

/** Of an answer that tells of one. */
export type Payment = Record<string, unknown> & { reference: string; version: number };

/** The fields of a sale that was paid and captured. */
const captured = { qr: null, capturedAmount: 24_900, capture: 'captured' };
export const paid = (more: object = {}) => sale('approved', { ...captured, ...more });

/** One sale through its life: the same reference in every state. @param more is of it in all of them, `then` in that one. */
export const saleOf =
  (reference: string, more: object = {}) =>
  (state: string, then: object = {}): State => {
    const ended = state === 'approved' ? captured : state === 'presented' ? {} : { qr: null };
    return { name: state, payment: sale(state, { reference, ...more, ...ended, ...then }) };
  };

/** @param payment as of a `State`. @param version is part of its reference, unless it has one of its own. */
export function paymentOf(payment: State['payment'], language: Language, version: number): Payment {
  return answerOf({ name: '', payment }, language, version).payment;
}

/** The day's list, and whatever is searched for, are these payments; none needs attention from before. */
export function tellDay({ api }: Screen, payments: () => readonly Payment[]): void {
  api.answer('GET', /^\/api\/payments$/, ({ url }) => ({
    json: { payments: url.searchParams.has('attention') ? [] : payments(), cursor: null },
  }));
}

/** The answer of `POST /api/payments/{reference}/check` when Vipps shows the same. */
export function agreeing(payment: Payment) {
  const { capturedAmount, refundedAmount } = payment;
  const vipps = {
    known: true,
    reservedAmount: capturedAmount,
    capturedAmount,
    refundedAmount,
    releasedAmount: 0,
    cancelled: false,
  };
  return { payment, outcome: 'agrees', vipps, differences: [], unchecked: null };
}

/** The answer of our server when Vipps refused. */
export const rejected: Answer = { status: 502, json: refusal('vipps_rejected') };

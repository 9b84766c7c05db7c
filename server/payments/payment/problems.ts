// What stands in a payment's way, in words for history and API. Screens have words of their own, by the code.
import type { Problem } from '../../contract/payments.ts';
import type { Payment } from './types.ts';

const messages = {
  declined: 'The card was declined. The customer may try another one.',
  unknown_order:
    'Vipps MobilePay does not know this payment by the keys of today, though it may be paid. It is looked for again.',
  vipps_unavailable: 'Vipps MobilePay does not answer at the moment. Asking again.',
  capture_delayed: 'Vipps MobilePay has not confirmed the capture yet. It is tried again by itself.',
  refund_delayed: 'Vipps MobilePay has not confirmed the refund yet. It is tried again by itself.',
  release_delayed: 'Vipps MobilePay has not confirmed the release yet. It is tried again by itself.',
  stop_delayed:
    'Vipps MobilePay has not confirmed that the agreement is stopped yet. It is tried again by itself.',
  capture_due:
    'What is reserved has to be captured or released soon: after the time in captureBy, Vipps MobilePay guarantees no capture.',
  paid_late: 'The customer paid while the payment was being closed. Refund it if the sale was not meant.',
  late_money: 'Money turned up after the payment had ended. It is being given back.',
  released: 'The customer approved after the payment had ended. The reservation was released.',
  not_ours: 'Another system has made an order under this reference at Vipps MobilePay. It is left alone.',
  late_refunded: 'The customer paid after the payment had ended. The money was refunded.',
} as const;

export function problem(code: keyof typeof messages): Problem {
  return { code, message: messages[code] };
}

/** @param reason Vipps' own words. */
export const linesRefused = (reason: string): Problem => ({ code: 'lines_refused', message: reason });

/** Without `codes`: a problem that has passed is forgotten, any other one stays. */
export function without(payment: Payment, ...codes: Problem['code'][]): Problem | null {
  return payment.problem !== null && codes.includes(payment.problem.code) ? null : payment.problem;
}

// What an order of the Recurring API is besides a payment: an agreement to pay again and again. Pure, as order.ts is.
import { type Act, cancel, NotPossible, type Request } from './order.ts';
import { deadlineOf, remainingToCapture, summarize } from './summary.ts';
import type { Agreement, Order } from './types.ts';

/** What a merchant can change while the agreement lasts. */
export type AgreementChanges = Partial<
  Pick<
    Agreement,
    'externalId' | 'productName' | 'productDescription' | 'pricing' | 'interval' | 'merchantAgreementUrl'
  >
>;

export const agreementStatuses = ['PENDING', 'ACTIVE', 'STOPPED', 'EXPIRED'] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];
export const chargeStatuses = [
  'PENDING',
  'RESERVED',
  'CHARGED',
  'PARTIALLY_CAPTURED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'CANCELLED',
] as const;
export type ChargeStatus = (typeof chargeStatuses)[number];

/** The terms that the customer agrees to. Every order of the Recurring API has them. */
export function termsOf({ agreement, orderId }: Order): Agreement {
  if (agreement === undefined) throw new Error(`${orderId} is no agreement`);
  return agreement;
}

/** What the merchant calls the order. */
export function referenceOf({ orderId, agreement }: Order): string {
  return agreement?.externalId ?? orderId;
}

/** Every name that a call can know the order by, each once. */
export function namesOf({ orderId, agreement }: Order): string[] {
  const names = [orderId, agreement?.externalId, agreement?.chargeId];
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}

/** It outlives its charge: a cancelled or captured charge leaves it ACTIVE. */
export function agreementStatus(order: Order, nowMs: number): AgreementStatus {
  const { approved, cancelled } = summarize(order);
  if (termsOf(order).stoppedAtMs !== null) return 'STOPPED';
  if (approved) return 'ACTIVE';
  if (cancelled) return 'STOPPED';
  return nowMs >= deadlineOf(order) ? 'EXPIRED' : 'PENDING';
}

/** Of the first charge. API guide, "Charge states". */
export function chargeStatus(order: Order, nowMs: number): ChargeStatus {
  const { approved, captured, refunded, released } = summarize(order);
  if (refunded > 0) return refunded === captured ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  if (captured > 0) return remainingToCapture(order) > 0 ? 'PARTIALLY_CAPTURED' : 'CHARGED';
  if (approved) return released > 0 ? 'CANCELLED' : 'RESERVED';
  return agreementStatus(order, nowMs) === 'PENDING' ? 'PENDING' : 'CANCELLED';
}

/**
 * The merchant ends the agreement, before or after the customer agreed. A charge that is pending or reserved is cancelled with it; one
 * that is captured in part is not (API guide, "Stop an agreement").
 */
export function stop(order: Order, request: Request): Order {
  checkLasts(order, request.nowMs);
  const { captured, cancelled } = summarize(order);
  const isSettled = cancelled || captured > 0;
  const settled = isSettled ? order : cancel(order, true, request);
  return { ...settled, agreement: { ...termsOf(order), stoppedAtMs: request.nowMs } };
}

/** The customer ends the agreement in the app; what is reserved is left to the merchant. */
export function stopByCustomer(order: Order, { nowMs }: Act): Order {
  if (order.agreement === undefined || agreementStatus(order, nowMs) !== 'ACTIVE') {
    throw new NotPossible('not_reserved');
  }
  return { ...order, agreement: { ...order.agreement, stoppedAtMs: nowMs } };
}

/** The merchant changes the terms. API guide, "Problem types": one that is pending cannot be updated. */
export function update(order: Order, changes: AgreementChanges, nowMs: number): Order {
  checkLasts(order, nowMs);
  if (agreementStatus(order, nowMs) === 'PENDING') throw new NotPossible('not_reserved');
  return { ...order, agreement: { ...termsOf(order), ...changes } };
}

/** The merchant gives back what is reserved and not captured; the agreement goes on. */
export function cancelCharge(order: Order, request: Request): Order {
  if (!summarize(order).approved) throw new NotPossible('not_reserved');
  return cancel(order, true, request);
}

function checkLasts(order: Order, nowMs: number): void {
  const status = agreementStatus(order, nowMs);
  if (status === 'STOPPED') throw new NotPossible('cancelled');
  if (status === 'EXPIRED') throw new NotPossible('expired');
}

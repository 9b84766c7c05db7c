// What the Recurring API says of an agreement and of its first charge.
import { agreementStatus, chargeStatus, termsOf } from '../orders/agreement.ts';
import { deadlineOf, isPaid, summarize } from '../orders/summary.ts';
import type { Entry, Interval, Operation, Order } from '../orders/types.ts';

/** Schema AgreementResponseV3. @param confirmationUrl where the customer can agree */
export function agreement(order: Order, nowMs: number, confirmationUrl: string) {
  const terms = termsOf(order);
  const { pricing, externalId, productDescription } = terms;
  const status = agreementStatus(order, nowMs);
  const refused = order.history.findLast(({ operation }) => operation === 'CANCEL');
  const stoppedAtMs = terms.stoppedAtMs ?? refused?.atMs;
  return {
    id: order.orderId,
    uuid: terms.uuid,
    status,
    created: timeOf(order.history[0]?.atMs),
    start: timeOf(order.history.findLast(isPaid)?.atMs),
    stop: status === 'STOPPED' ? timeOf(stoppedAtMs) : null,
    productName: terms.productName,
    ...(productDescription !== undefined && { productDescription }),
    pricing: {
      ...pricing,
      currency: order.currency,
      // The customer chooses what is suggested.
      ...(pricing.type === 'VARIABLE' && { maxAmount: pricing.suggestedMaxAmount }),
    },
    interval: { ...terms.interval, text: textOf(terms.interval) },
    campaign: null,
    merchantAgreementUrl: terms.merchantAgreementUrl,
    merchantRedirectUrl: terms.merchantRedirectUrl,
    // Filled only for agreements that ask for the customer's data.
    sub: null,
    userinfoUrl: null,
    ...(externalId !== undefined && { externalId }),
    countryCode: terms.countryCode,
    vippsConfirmationUrl: confirmationUrl,
  };
}

/** Schema ChargeResponseV3. No charge fails here, so none has a failureReason. */
export function charge(order: Order, nowMs: number) {
  const { chargeId, externalId, chargeExternalId } = termsOf(order);
  const status = chargeStatus(order, nowMs);
  const { approved, captured, refunded, released } = summarize(order);
  const isCharged = status === 'CHARGED' || refunded > 0;
  return {
    id: chargeId,
    agreementId: order.orderId,
    externalId: chargeExternalId ?? null,
    externalAgreementId: externalId ?? null,
    amount: order.amount,
    currency: order.currency,
    description: order.text,
    due: timeOf(order.history[0]?.atMs),
    retryDays: 0,
    status,
    // "Contains null until the status has reached CHARGED".
    transactionId: isCharged ? order.transactionId : null,
    type: 'INITIAL',
    transactionType: order.directCapture ? 'DIRECT_CAPTURE' : 'RESERVE_CAPTURE',
    summary: {
      captured,
      refunded,
      cancelled: status === 'CANCELLED' && !approved ? order.amount : released,
    },
    history: events(order, nowMs),
  };
}

const names: Record<Operation, string> = {
  INITIATE: 'CREATE',
  RESERVE: 'RESERVE',
  SALE: 'CAPTURE',
  CAPTURE: 'CAPTURE',
  REFUND: 'REFUND',
  CANCEL: 'CANCEL',
  VOID: 'CANCEL',
};

/** Oldest first, as in the API guide's "Details on charges", which also has the keys that Vipps makes up. */
function events(order: Order, nowMs: number) {
  const ownKey = `${termsOf(order).chargeId}-${order.orderId}-ProcessPayment`;
  const event = ({ operation, amount, success, atMs, requestId }: Omit<Entry, 'text' | 'transactionId'>) => ({
    occurred: timeOf(atMs),
    event: names[operation],
    amount,
    idempotencyKey: requestId || ownKey,
    success,
  });
  const happened = order.history.map(event);
  if (agreementStatus(order, nowMs) !== 'EXPIRED') return happened;
  const { amount } = order;
  const atMs = deadlineOf(order);
  return [...happened, event({ operation: 'CANCEL', amount, success: true, atMs, requestId: '' })];
}

/** In the words of the description: "every 2 weeks". */
export function textOf({ unit, count }: Interval): string {
  const word = unit.toLowerCase();
  return count === 1 ? `every ${word}` : `every ${count} ${word}s`;
}

const timeOf = (atMs?: number) => (atMs === undefined ? null : new Date(atMs).toISOString());

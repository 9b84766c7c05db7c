// An agreement as we ask for it, and by what it goes afterwards.
import type { DraftAgreementV3 } from '@vippsmobilepay/sdk';
import type { AgreementIds, Order } from '../gateway.ts';
import { VippsUnavailable } from '../http/errors.ts';

/** What Vipps calls an agreement; null until it has told. */
export function idsOf({ agreement }: Order): AgreementIds | null {
  return agreement === null || agreement.id === null
    ? null
    : { id: agreement.id, chargeId: agreement.chargeId };
}

/** @throws VippsUnavailable when Vipps has not told. */
export function known(order: Order): AgreementIds {
  const ids = idsOf(order);
  if (ids !== null) return ids;
  const call = { method: 'PATCH', path: '/recurring/v3/agreements', requestId: order.reference };
  throw new VippsUnavailable('Vipps has told no name of this agreement', { ...call, outcome: 'not_done' });
}

/** The agreement as Vipps is asked for it. */
export function toDraft({ reference, agreement }: Order, fallbackUrl: string, agreementUrl: string) {
  if (agreement === null) throw new Error(`${reference} is no agreement`);
  const { product, pricing, interval, initialCharge } = agreement;
  return {
    pricing: { type: 'LEGACY', amount: pricing.amount.value, currency: pricing.amount.currency as 'NOK' },
    interval: { unit: interval.unit, count: interval.count },
    merchantRedirectUrl: fallbackUrl,
    merchantAgreementUrl: agreementUrl,
    productName: product.name,
    ...(product.description === undefined ? {} : { productDescription: product.description }),
    externalId: reference,
    ...(initialCharge === undefined
      ? {}
      : {
          initialCharge: {
            amount: initialCharge.amount.value,
            description: initialCharge.description,
            // Captured by us, as every sale is, so that nothing is taken for what was given up (P3).
            transactionType: 'RESERVE_CAPTURE',
            orderId: reference,
          },
        }),
  } satisfies DraftAgreementV3;
}

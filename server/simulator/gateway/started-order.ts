// What a call that starts an order says, read before any API has checked it.
import type { Request } from 'express';
import type { Asked } from '../orders/others.ts';
import { type Api, currencies } from '../orders/types.ts';

const apiOf: Readonly<Record<string, Api>> = {
  '/ecomm/v2': 'ecom',
  '/epayment/v1': 'epayment',
  '/recurring/v3': 'recurring',
};

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown, otherwise = '') => (typeof value === 'string' ? value : otherwise);
const currencyOf = (value: unknown) => currencies.find((currency) => currency === value) ?? 'NOK';

/** @returns null where the call names no order that somebody else could have made before. */
export function askedOrder(request: Request, msn: string): Asked | null {
  const api = apiOf[request.baseUrl];
  const body = record(request.body);
  const key = request.get('Idempotency-Key') ?? '';
  const [transaction, charge] = [record(body['transaction']), record(body['initialCharge'])];
  const amount = record(body['amount']);
  const named = { ecom: transaction['orderId'], epayment: body['reference'], recurring: charge['orderId'] };
  if (api === undefined || typeof named[api] !== 'string') return null;
  const reference = named[api];
  if (api === 'ecom') {
    const words = text(transaction['transactionText']);
    return {
      api,
      msn,
      reference,
      amount: Number(transaction['amount']),
      currency: 'NOK',
      text: words,
      key: '',
    };
  }
  if (api === 'epayment') {
    const words = text(body['paymentDescription']);
    const currency = currencyOf(amount['currency']);
    return { api, msn, reference, amount: Number(amount['value']), currency, text: words, key };
  }
  return {
    api,
    msn,
    reference,
    amount: Number(charge['amount']),
    currency: currencyOf(record(body['pricing'])['currency']),
    text: text(charge['description']),
    key,
    externalId: text(body['externalId']),
  };
}

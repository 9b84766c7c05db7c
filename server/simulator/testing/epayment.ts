// The calls of a till that uses the ePayment API.
import { expect } from 'vitest';
import type { Answer, Send } from './calls.ts';

type Headers = Record<string, string | undefined>;

const path = (reference: string, action = '') => `/epayment/v1/payments/${reference}${action}`;

/** @param msn the sales unit that the till is for */
export function epaymentCalls(call: Send, msn: string) {
  const msnHeader = { 'Merchant-Serial-Number': msn };
  const change = (reference: string, action: string, key: string | undefined, body: unknown) =>
    call('POST', path(reference, `/${action}`), {
      headers: { ...msnHeader, 'Idempotency-Key': key },
      ...(body !== undefined && { body }),
    });
  const money =
    (action: string) =>
    (reference: string, value: unknown, key: string | undefined, currency = 'NOK') =>
      change(reference, action, key, { modificationAmount: { currency, value } });
  return {
    epayment: {
      /** The key is the reference unless `headers` names another. */
      create: (reference: string, more: object = {}, headers: Headers = {}) =>
        call('POST', '/epayment/v1/payments', {
          headers: { ...msnHeader, 'Idempotency-Key': reference, ...headers },
          body: newEpayment(reference, more),
        }),
      get: (reference: string, headers: Headers = {}) =>
        call('GET', path(reference), { headers: { ...msnHeader, ...headers } }),
      events: (reference: string) => call('GET', path(reference, '/events'), { headers: msnHeader }),
      capture: money('capture'),
      refund: money('refund'),
      cancel: (reference: string, key: string | undefined, body?: object) =>
        change(reference, 'cancel', key, body),
      forceApprove: (reference: string, body: object = {}) =>
        call('POST', `/epayment/v1/test/payments/${reference}/approve`, { headers: msnHeader, body }),
    },
  };
}

/** A payment of 499 kroner by QR. */
export function newEpayment(reference: string, more: object = {}) {
  return {
    amount: { currency: 'NOK', value: 49900 },
    paymentMethod: { type: 'WALLET' },
    reference,
    userFlow: 'QR',
    qrFormat: { format: 'IMAGE/SVG+XML' },
    customerInteraction: 'CUSTOMER_PRESENT',
    paymentDescription: 'One pair of socks',
    ...more,
  };
}

/** For `more`: an amount in minor units. */
export const amountOf = (value: unknown, currency = 'NOK') => ({ amount: { currency, value } });

/** A problem as the guide has it, with these details. */
export const problemOf = (status: number, details: object[]) => ({
  type: `https://httpstatuses.io/${status}`,
  title: expect.any(String),
  status,
  detail: expect.any(String),
  instance: expect.stringMatching(/^urn:uuid:/),
  traceId: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
  extraDetails: details,
});
/** A problem with one of the guide's error codes. */
export const coded = (status: number, code: string) =>
  problemOf(status, [{ name: 'ErrorCode', reason: code }]);

export function expectProblem({ status, headers, body }: Answer, expected: { status: number }): void {
  expect(status).toBe(expected.status);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body).toEqual(expected);
}

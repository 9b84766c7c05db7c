// The calls of a till that uses the Recurring API.
import { expect } from 'vitest';
import type { Answer, Send } from './calls.ts';
import { openTill } from './till.ts';

type Headers = Record<string, string | undefined>;

export type Subscriptions = Awaited<ReturnType<typeof openSubscriptions>>;

/** A till that signs up subscribers; ends with the test. */
export async function openSubscriptions(options: Parameters<typeof openTill>[0] = {}) {
  const till = await openTill(options);
  return { ...till, recurring: recurringCalls(till.call) };
}

/** A till with one agreement: for 99 kroner a month, and 499 at once unless `more` has it otherwise. */
export async function openDrafted(more: object = {}, options: Parameters<typeof openTill>[0] = {}) {
  const till = await openSubscriptions(options);
  const { body } = await till.recurring.draft('sub-1', more);
  const { agreementId: id, chargeId } = body as { agreementId: string; chargeId: string };
  const { recurring } = till;
  return {
    ...till,
    id,
    chargeId,
    drafted: body,
    status: async () => (await recurring.get(id)).body.status,
    charge: async () => (await recurring.charge(id, chargeId)).body,
    /** Status of the agreement and of its charge, and what of the money is captured, refunded and cancelled. */
    standing: async () => {
      const [{ status, summary }] = (await recurring.charges(id)).body;
      return [
        (await recurring.get(id)).body.status,
        status,
        summary.captured,
        summary.refunded,
        summary.cancelled,
      ];
    },
  };
}

function recurringCalls(call: Send) {
  const agreements = '/recurring/v3/agreements';
  const write = (method: string, path: string, key: string | undefined, body?: unknown, headers?: Headers) =>
    call(method, path, {
      headers: { 'Idempotency-Key': key, ...headers },
      ...(body !== undefined && { body }),
    });
  const money =
    (action: string) => (id: string, chargeId: string, amount: unknown, key: string | undefined) =>
      write('POST', `${agreements}/${id}/charges/${chargeId}/${action}`, key, {
        amount,
        description: 'Socks',
      });
  return {
    /** The key is the reference unless `headers` names another. */
    draft: (reference: string, more: object = {}, headers: Headers = {}) =>
      write('POST', agreements, reference, newAgreement(reference, more), headers),
    get: (id: string, headers: Headers = {}) => call('GET', `${agreements}/${id}`, { headers }),
    list: (query = '') => call('GET', `${agreements}${query}`),
    charge: (id: string, chargeId: string) => call('GET', `${agreements}/${id}/charges/${chargeId}`),
    chargeById: (chargeId: string) => call('GET', `/recurring/v3/charges/${chargeId}`),
    charges: (id: string, query = '') => call('GET', `${agreements}/${id}/charges${query}`),
    capture: money('capture'),
    refund: money('refund'),
    cancelCharge: (id: string, chargeId: string, key: string | undefined) =>
      write('DELETE', `${agreements}/${id}/charges/${chargeId}`, key),
    update: (id: string, body: unknown, key: string | undefined) =>
      write('PATCH', `${agreements}/${id}`, key, body),
    stop: (id: string, key: string | undefined) =>
      write('PATCH', `${agreements}/${id}`, key, { status: 'STOPPED' }),
    accept: (id: string, key: string | undefined, body: unknown = { phoneNumber: '4791234567' }) =>
      write('PATCH', `${agreements}/${id}/accept`, key, body),
  };
}

export const firstCharge = { amount: 49900, description: 'Welcome box', transactionType: 'RESERVE_CAPTURE' };

/** Coffee for 99 kroner a month, and 499 kroner at once. */
export function newAgreement(reference: string, more: object = {}) {
  return {
    pricing: { type: 'LEGACY', amount: 9900, currency: 'NOK' },
    interval: { unit: 'MONTH', count: 1 },
    merchantRedirectUrl: 'https://shop.example/thanks',
    merchantAgreementUrl: 'https://shop.example/agreement',
    productName: 'Coffee every day',
    externalId: reference,
    initialCharge: firstCharge,
    ...more,
  };
}

/** A problem as the description has it. */
export const problemOf = (status: number, type: string, more: object = {}) => ({
  type: `https://developer.vippsmobilepay.com/docs/APIs/recurring-api/recurring-api-problems#${type}`,
  title: expect.any(String),
  status,
  detail: expect.any(String),
  instance: expect.stringMatching(/^\/v3\//),
  contextId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  ...more,
});

/** A problem with these fields of the request. */
export const invalid = (...fields: string[]) =>
  problemOf(400, 'validation-error', {
    extraDetails: fields.map((field) => ({ field, text: expect.any(String) })),
  });

export function expectProblem({ status, body }: Answer, expected: { status: number }): void {
  expect(body).toEqual(expected);
  expect(status).toBe(expected.status);
}

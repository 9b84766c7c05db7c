// A single payment, compared with what Vipps shows of it now.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Check, checkSchema } from '../contract/reconciliation.ts';
import { aServer, type TestServer } from '../testing/http.ts';
import { seen } from '../testing/payments.ts';
import { VippsUnavailable } from '../vipps/http/errors.ts';

const all = 24_900;
const paid = seen({ scanned: true, reservedAmount: all, capturedAmount: all });

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
});
afterEach(() => server.close());

const check = (reference: string) => server.post(`/api/payments/${reference}/check`, {});
const found = async (reference: string): Promise<Check> => checkSchema.parse((await check(reference)).body);

async function aPaidSale(): Promise<string> {
  server.vipps.polled = seen({ scanned: true, reservedAmount: all });
  const reference = await server.start();
  await server.clock.advance(2_000);
  return reference;
}

/** A subscriber who is asked to agree, and pays nothing at once. */
async function anAgreement(): Promise<string> {
  const started = await server.post('/api/tills/1/agreements', {
    product: { name: 'Coffee club' },
    pricing: { amount: { value: 9_900, currency: 'NOK' } },
    interval: { unit: 'MONTH', count: 1 },
  });
  return (started.body as { reference: string }).reference;
}

describe('checking a payment', () => {
  test('tells that both sides agree, and what Vipps shows', async () => {
    const reference = await aPaidSale();
    expect(await found(reference)).toMatchObject({
      outcome: 'agrees',
      payment: { reference, state: 'approved' },
      vipps: { capturedAmount: all },
    });
  });

  test('tells what was done in the portal', async () => {
    const reference = await aPaidSale();
    server.vipps.polled = { ...paid, refundedAmount: 900 };
    expect(await found(reference)).toMatchObject({
      outcome: 'differs',
      differences: [{ code: 'refunded_differs' }],
    });
  });

  test('[P1] shows an agreement as stopped that its subscriber has stopped in the app', async () => {
    server.vipps.polled = seen({ accepted: true });
    const reference = await anAgreement();
    await server.clock.advance(2_000);
    expect(await found(reference)).toMatchObject({ payment: { agreement: { status: 'active' } } });
    await server.clock.advance(1_000);
    server.vipps.polled = seen({ stopped: true, cancelled: true });
    expect(await found(reference)).toMatchObject({
      outcome: 'agrees',
      payment: { state: 'approved', agreement: { status: 'stopped' } },
    });
  });

  test('[P3] has an agreement stopped that was entered after it was cancelled', async () => {
    const reference = await anAgreement();
    await server.post(`/api/payments/${reference}/cancel`, {});
    await server.clock.advance(5_000);
    expect(server.vipps.count('cancel')).toBe(1);
    server.vipps.polled = seen({ accepted: true });
    await found(reference);
    await server.clock.advance(2_000);
    expect(server.vipps.count('cancel')).toBe(2);
  });

  test('[P6] tells that Vipps did not answer, and changes nothing', async () => {
    const reference = await aPaidSale();
    const where = { method: 'GET', path: '/', requestId: 'r' };
    server.vipps.fail.poll = () => new VippsUnavailable('no answer', { ...where, outcome: 'unknown' });
    const before = await server.find(reference);
    expect(await found(reference)).toMatchObject({
      outcome: 'not_checked',
      unchecked: { code: 'vipps_unavailable' },
    });
    expect(await server.find(reference)).toEqual(before);
  });

  test('[P3] has late money given back by the watch', async () => {
    const reference = await server.start();
    server.vipps.polled = seen({ cancelled: true });
    await server.clock.advance(3_000);
    server.vipps.polled = seen({ scanned: true, reservedAmount: all });
    expect(await found(reference)).toMatchObject({ differences: [{ code: 'late_money' }] });
    await server.clock.advance(2_000);
    expect(server.vipps.count('cancel')).toBe(1);
  });

  test('of one that is open is a nudge to its own watch', async () => {
    const reference = await server.start();
    expect(await found(reference)).toMatchObject({ outcome: 'open', payment: { state: 'presented' } });
  });

  test('[P5] happens once a second, however many ask', async () => {
    const reference = await aPaidSale();
    const polls = server.vipps.count('poll');
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await check(reference)).status);
    expect(statuses).toEqual([200, 429, 429]);
    expect(server.vipps.count('poll')).toBe(polls + 1);
    await server.clock.advance(1_000);
    expect((await check(reference)).status).toBe(200);
  });
});

describe('the table for a spreadsheet', () => {
  test('has every payment that the query finds, over all pages', async () => {
    server.vipps.polled = seen({ cancelled: true });
    for (let number = 0; number < 60; number += 1) {
      await server.start();
      await server.clock.advance(1_000);
    }
    const { body, headers } = await server.call('GET', '/api/payments.csv?state=cancelled');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('payments.csv');
    expect(String(body).trimEnd().split('\r\n')).toHaveLength(61);
    expect((await server.call('GET', '/api/payments.csv?state=paid')).status).toBe(400);
  });
});

test('why something was refunded stands in its history', async () => {
  const reference = await aPaidSale();
  const body = { amount: { value: 900, currency: 'NOK' }, reason: 'Cold coffee' };
  expect((await server.post(`/api/payments/${reference}/refund`, body)).status).toBe(200);
  const { events } = (await server.call('GET', `/api/payments/${reference}/events`)).body as {
    events: { name: string; detail: object }[];
  };
  const wish = events.find(({ name }) => name === 'refund');
  expect(wish?.detail).toEqual({ amount: 900, reason: 'Cold coffee' });
});

import { describe, expect, test } from 'vitest';
import { coded, expectProblem, newEpayment } from '../testing/epayment.ts';
import { openTill, type Till } from '../testing/till.ts';

const reference = 'till-1-aaa';

/** An approved payment, of which 20000 are captured. */
async function paid(): Promise<Till> {
  const till = await openTill();
  await till.epayment.create(reference);
  await till.press(reference, 'approve');
  await till.epayment.capture(reference, 20000, 'key-0');
  return till;
}

const state = async ({ orders }: Till) => (await orders())[0].state;

const calls = {
  initiate: ({ epayment }: Till) => epayment.create('till-1-bbb'),
  details: ({ epayment }: Till) => epayment.get(reference),
  capture: ({ epayment }: Till) => epayment.capture(reference, 10000, 'key-1'),
  refund: ({ epayment }: Till) => epayment.refund(reference, 10000, 'key-2'),
  cancel: ({ epayment }: Till) => epayment.cancel(reference, 'key-3'),
};
const names = Object.keys(calls) as (keyof typeof calls)[];

const line = {
  name: 'Tea',
  id: '1',
  totalAmount: 1,
  totalAmountExcludingTax: 1,
  totalTaxAmount: 0,
  taxRate: 0,
};
const receipt = { orderLines: [line], bottomLine: { currency: 'NOK' } };

describe('order lines can be refused, though nothing is wrong with them', () => {
  test('and the refusal names them; without them the payment is taken, under another key', async () => {
    const till = await openTill();
    await till.settings({ receipts: 'refused' });
    const { status, body } = await till.epayment.create(reference, { receipt });
    expect({ status, named: body.extraDetails }).toEqual({
      status: 400,
      named: [{ name: 'Receipt.OrderLines[0].TaxRate', reason: expect.any(String) }],
    });
    expect(await till.orders()).toEqual([]);
    expectProblem(await till.epayment.create(reference), coded(409, '4020'));
    expect((await till.epayment.create(reference, {}, { 'Idempotency-Key': 'another' })).status).toBe(201);
  });

  test('and are taken again afterwards', async () => {
    const till = await openTill();
    await till.settings({ receipts: 'refused' });
    await till.settings({ receipts: 'taken' });
    expect((await till.epayment.create(reference, { receipt })).status).toBe(201);
  });
});

describe.each(names)('a fault on %s', (on) => {
  const call = calls[on];

  test('of kind status answers a problem, without acting', async () => {
    const till = await paid();
    const before = await state(till);
    await till.faults([{ on, kind: 'status', status: 503, retryAfter: 7 }]);
    const answer = await call(till);
    expectProblem(answer, coded(503, '3010'));
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await state(till)).toEqual(before);
    expect(await till.orders()).toHaveLength(1);
  });

  test('of kind status can be said by the gateway', async () => {
    const till = await paid();
    await till.faults([{ on, kind: 'status', status: 404, by: 'gateway' }]);
    expect((await call(till)).body).toEqual({ statusCode: 404, message: expect.any(String) });
    await till.faults([{ on, kind: 'status', status: 401 }]);
    expect(await call(till)).toMatchObject({ status: 401, body: { responseInfo: { responseCode: 401 } } });
  });

  test('of kind drop_after acts, then breaks the connection; the repeat gets an answer', async () => {
    const till = await paid();
    await till.faults([{ on, kind: 'drop_after', times: 1 }]);
    await expect(call(till)).rejects.toThrow();
    const after = await till.orders();
    expect((await call(till)).status).toBe(on === 'initiate' ? 201 : 200);
    const strip = (orders: { state: object; history: object[] }[]) =>
      orders.map((order) => [order.state, order.history]);
    expect(strip(await till.orders())).toEqual(strip(after));
  });

  test('can be for one payment only', async () => {
    const till = await paid();
    await till.faults([{ on, kind: 'html', orderId: 'till-1-other' }]);
    expect((await call(till)).status).toBeLessThan(300);
    const struck = on === 'initiate' ? 'till-1-bbb' : reference;
    await till.faults([{ on, kind: 'html', orderId: struck }]);
    const answer = await call(till);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      502,
      expect.stringContaining('text/html'),
    ]);
  });
});

test.each([
  [403, { title: 'Forbidden' }],
  [404, { extraDetails: [{ name: 'ErrorCode', reason: '5090' }] }],
  [409, { extraDetails: [{ name: 'ErrorCode', reason: '4150' }] }],
  [429, { title: 'Too Many Requests' }],
])('a status of %i that a test asks for is in the words of the API', async (status, words) => {
  const till = await paid();
  await till.faults([{ on: 'capture', kind: 'status', status }]);
  expect(await calls.capture(till)).toMatchObject({ status, body: { status, ...words } });
});

test('a fault on the image strikes a payment by its link', async () => {
  const till = await openTill();
  const { body } = await till.epayment.create(reference);
  await till.faults([{ on: 'image', kind: 'status', status: 500, orderId: reference }]);
  expect((await fetch(body.redirectUrl)).status).toBe(500);
});

test('the control API shows a payment as it shows an eCom order, with the calls that it has seen', async () => {
  const till = await paid();
  await till.initiate('till-1-bbb');
  await till.faults([{ on: 'details', kind: 'status', status: 500, times: 1 }]);
  await till.epayment.get(reference);
  till.clock.nowMs += 1000;
  await till.epayment.get(reference);
  await till.epayment.events(reference);
  await till.epayment.create(reference);
  await till.epayment.refund(reference, 5000, 'key-1');
  await till.epayment.cancel(reference, 'key-2');
  const [ecom, epayment] = await till.orders();
  expect(Object.keys(epayment)).toEqual(Object.keys(ecom));
  expect(epayment).toMatchObject({
    api: 'epayment',
    orderId: reference,
    msn: '123456',
    amount: 49900,
    currency: 'NOK',
    state: { opened: true, reserved: 49900, captured: 20000, refunded: 5000, cancelled: false },
    history: ['VOID', 'REFUND', 'CAPTURE', 'RESERVE', 'INITIATE'].map((operation) => ({ operation })),
    phoneUrl: expect.stringContaining('/phone/'),
    calls: { initiate: 2, details: 2, capture: 1, cancel: 1, refund: 1 },
    looks: [till.clock.nowMs - 1000, till.clock.nowMs],
  });
});

test('a call for another sales unit is counted there', async () => {
  const till = await openTill({ salesUnits: ['654321'] });
  const headers = { 'Merchant-Serial-Number': '654321', 'Idempotency-Key': 'key-1' };
  await till.call('POST', '/epayment/v1/payments', { headers, body: newEpayment(reference) });
  await till.epayment.get(reference, headers);
  expect((await till.orders())[0]).toMatchObject({ msn: '654321', calls: { initiate: 1, details: 1 } });
});

test('a fault of kind stale acts, and shows what was true before, also when the answer is replayed', async () => {
  let nowMs = 1_000_000;
  const till = await openTill({ now: () => nowMs });
  await till.epayment.create(reference);
  await till.press(reference, 'approve');
  nowMs += 30_000;
  await till.faults([{ on: 'capture', kind: 'stale', delayMs: 10_000, times: 1 }]);
  const shown = async () => (await till.epayment.get(reference)).body;
  const captured = (value: number) => ({
    state: 'AUTHORIZED',
    aggregate: { authorizedAmount: { value: 49_900 }, capturedAmount: { value } },
  });
  for (let call = 0; call < 2; call += 1)
    expect((await till.epayment.capture(reference, 20_000, 'key-1')).body).toMatchObject(captured(0));
  expect(await shown()).toMatchObject(captured(20_000));
  await till.faults([{ on: 'details', kind: 'stale', delayMs: 10_000, times: 1 }]);
  expect(await shown()).toMatchObject(captured(0));
  await till.faults([{ on: 'details', kind: 'stale', delayMs: 60_000, times: 1 }]);
  expect(await shown()).toMatchObject({ state: 'CREATED' });
});

import { describe, expect, test } from 'vitest';
import { amountOf, coded, expectProblem, newEpayment, problemOf } from '../testing/epayment.ts';
import { openTill } from '../testing/till.ts';

const reference = 'till-1-aaa';
const unit = { 'Merchant-Serial-Number': '123456' };

describe('create', () => {
  test('answers the reference and a link to an image of the QR, on the address that was called', async () => {
    const { epayment, url } = await openTill();
    const { status, body } = await epayment.create(reference);
    expect(status).toBe(201);
    expect(body).toEqual({
      redirectUrl: expect.stringMatching(`^${url}/generate/qr.svg\\?id=\\w+$`),
      reference,
    });
  });

  test('takes a slash at the end, and amounts, texts and references at their limits', async () => {
    const { call, epayment } = await openTill();
    const most = { ...amountOf(65_000_000), paymentDescription: 'a'.repeat(100) };
    expect((await epayment.create('a'.repeat(50), most)).status).toBe(201);
    expect(
      (await epayment.create('a'.repeat(8), { ...amountOf(100), paymentDescription: 'abc' })).status,
    ).toBe(201);
    const headers = { ...unit, 'Idempotency-Key': 'k'.repeat(50) };
    const body = newEpayment(reference);
    expect((await call('POST', '/epayment/v1/payments/', { headers, body })).status).toBe(201);
  });

  test.each([
    ['amount', { amount: undefined }],
    ['amount.value', amountOf('49900')],
    ['amount.value', amountOf(100.5)],
    ['amount.value', amountOf(-1)],
    ['amount.value', amountOf(65_000_001)],
    ['amount.currency', amountOf(49900, 'USD')],
    ['paymentMethod', { paymentMethod: undefined }],
    ['paymentMethod.type', { paymentMethod: { type: 'CARD' } }],
    ['reference', { reference: 'a'.repeat(7) }],
    ['reference', { reference: 'a'.repeat(51) }],
    ['reference', { reference: 'till_1_aaa' }],
    ['userFlow', { userFlow: undefined }],
    ['userFlow', { userFlow: 'NATIVE_REDIRECT' }],
    ['returnUrl', { userFlow: 'WEB_REDIRECT' }],
    ['returnUrl', { userFlow: 'WEB_REDIRECT', returnUrl: 'http://shop.example' }],
    ['qrFormat.format', { qrFormat: { size: 200 } }],
    ['qrFormat.format', { qrFormat: { format: 'image/png' } }],
    ['qrFormat.size', { qrFormat: { format: 'IMAGE/PNG', size: 99 } }],
    ['qrFormat.size', { qrFormat: { format: 'IMAGE/PNG', size: 2001 } }],
    ['customerInteraction', { customerInteraction: 'CUSTOMER_AWAY' }],
    ['customer', { customer: { phoneNumber: '4791234567', customerToken: 'x' } }],
    ['customer.phoneNumber', { customer: { phoneNumber: '91234567' } }],
    ['paymentDescription', { paymentDescription: 'ab' }],
    ['paymentDescription', { paymentDescription: 'a'.repeat(101) }],
    ['metadata', { metadata: { a: '', b: '', c: '', d: '', e: '', f: '' } }],
    ['profile.scope', { profile: { scope: 'name' } }],
    ['receipt.orderLines', { receipt: { orderLines: [], bottomLine: { currency: 'NOK' } } }],
    ['receipt.bottomLine', { receipt: { orderLines: [line] } }],
    ['receipt.orderLines.0.taxPercentage', receiptOf({ taxPercentage: 101 })],
    ['receipt.orderLines.0.totalAmount', receiptOf({ totalAmount: 1.5 })],
    ['receipt.orderLines.0.unitInfo.quantity', receiptOf({ unitInfo: { unitPrice: 1, quantity: 2 } })],
  ])('refuses a bad %s: %j', async (name, more) => {
    const { epayment, orders } = await openTill();
    const answer = await epayment.create(reference, more);
    expectProblem(answer, problemOf(400, [{ name, reason: expect.any(String) }]));
    expect(await orders()).toEqual([]);
  });

  test.each([
    ['6010', amountOf(99)],
    ['6010', amountOf(0, 'DKK')],
    ['5050', { expiresAt: '2026-02-26T17:32:28Z' }],
    ['5080', { userFlow: 'PUSH_MESSAGE' }],
  ])('refuses with code %s: %j', async (code, more) => {
    const { epayment } = await openTill();
    expectProblem(await epayment.create(reference, more), coded(400, code));
  });

  test.each(['DKK', 'EUR', 'SEK'])('takes %s, which the answers and the phone show', async (currency) => {
    const { epayment, open, orders } = await openTill();
    await epayment.create(reference, amountOf(49900, currency));
    const { body } = await epayment.get(reference);
    expect(body.amount).toEqual({ currency, value: 49900 });
    expect(body.aggregate.authorizedAmount).toEqual({ currency, value: 0 });
    expect((await orders())[0]).toMatchObject({ api: 'epayment', currency });
    const sign = { DKK: 'DKK', EUR: '€', SEK: 'SEK' }[currency];
    expect((await open(reference)).text).toMatch(new RegExp(`499,00\\s${sign}`));
  });

  test('takes a receipt, metadata and null for what need not be there', async () => {
    const { epayment } = await openTill();
    const more = {
      ...receiptOf({}),
      metadata: { till: '1' },
      qrFormat: null,
      receiptUrl: null,
      expiresAt: null,
    };
    expect((await epayment.create(reference, more)).status).toBe(201);
    expect((await epayment.get(reference)).body.metadata).toEqual({ till: '1' });
    expect((await epayment.create(`${reference}-1`, { metadata: null })).status).toBe(201);
    expect((await epayment.get(`${reference}-1`)).body).not.toHaveProperty('metadata');
  });

  test('names every field that is wrong', async () => {
    const { call } = await openTill();
    const headers = { ...unit, 'Idempotency-Key': 'key-1' };
    const { body } = await call('POST', '/epayment/v1/payments', { headers });
    const names = body.extraDetails.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['amount', 'paymentMethod', 'reference', 'userFlow']);
  });

  test.each([
    ['Idempotency-Key', undefined],
    ['Idempotency-Key', 'k'.repeat(51)],
    ['Merchant-Serial-Number', undefined],
    ['Vipps-System-Name', 'a'.repeat(31)],
  ])('refuses a bad header %s: %j', async (name, value) => {
    const { epayment } = await openTill();
    const answer = await epayment.create(reference, {}, { [name]: value });
    expectProblem(answer, problemOf(400, [{ name, reason: expect.any(String) }]));
  });

  test('refuses bodies that are not JSON, and what the gateway refuses', async () => {
    const { call, epayment } = await openTill();
    const headers = { ...unit, 'Idempotency-Key': 'key-1' };
    const broken = await call('POST', '/epayment/v1/payments', { headers, raw: '{"amount":' });
    expectProblem(broken, problemOf(400, [{ name: 'body', reason: expect.any(String) }]));
    const text = { ...headers, 'Content-Type': 'text/plain' };
    expect((await call('POST', '/epayment/v1/payments', { headers: text, raw: 'pay' })).status).toBe(415);
    expect(await epayment.create(reference, {}, { Authorization: 'Bearer x' })).toMatchObject({
      status: 401,
      body: { responseInfo: { responseCode: 401 } },
    });
    expect((await epayment.create(reference, {}, { 'Merchant-Serial-Number': '999999' })).status).toBe(403);
  });
});

describe('a repeated create', () => {
  test('with the same key and body gets the same answer, and there is one payment', async () => {
    const { epayment, orders, press } = await openTill();
    const first = await epayment.create(reference);
    await press(reference, 'approve');
    expect(await epayment.create(reference)).toMatchObject({ status: 201, body: first.body });
    expect(await orders()).toHaveLength(1);
  });

  test('with the same key is refused for another body, also another reference', async () => {
    const { epayment } = await openTill();
    const key = { 'Idempotency-Key': 'key-1' };
    await epayment.create(reference, {}, key);
    expectProblem(await epayment.create(reference, amountOf(500), key), coded(409, '4020'));
    expectProblem(await epayment.create('till-1-bbb', {}, key), coded(409, '4020'));
  });

  test('with another key is refused: the reference is taken, also by an eCom order', async () => {
    const { epayment, initiate } = await openTill();
    await epayment.create(reference);
    expectProblem(await epayment.create(reference, {}, { 'Idempotency-Key': 'key-2' }), coded(409, '4150'));
    expect((await initiate(reference)).body[0].errorCode).toBe('34');
    await initiate('till-1-bbb');
    expectProblem(await epayment.create('till-1-bbb'), coded(409, '4150'));
  });

  test('is another payment for another sales unit', async () => {
    const { epayment, orders } = await openTill({ salesUnits: ['654321'] });
    await epayment.create(reference);
    const other = await epayment.create(reference, {}, { 'Merchant-Serial-Number': '654321' });
    expect(other.status).toBe(201);
    expect(await orders()).toHaveLength(2);
  });

  test('after a refusal is tried anew', async () => {
    const { epayment } = await openTill();
    expect((await epayment.create(reference, amountOf(99))).status).toBe(400);
    expect((await epayment.create(reference)).status).toBe(201);
  });
});

const line = {
  name: 'socks',
  id: '1',
  totalAmount: 49900,
  totalAmountExcludingTax: 39920,
  totalTaxAmount: 9980,
  taxPercentage: 25,
};
function receiptOf(more: object) {
  return { receipt: { orderLines: [{ ...line, ...more }], bottomLine: { currency: 'NOK', posId: '1' } } };
}

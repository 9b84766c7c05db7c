import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLedger } from '../orders/ledger.ts';
import { createOrder } from '../orders/order.ts';
import { createTill, openTill, type Till } from '../testing/till.ts';

const orderId = 'till-1-aaa';
const unit = { 'Merchant-Serial-Number': '123456' };
const socks = {
  name: 'socks',
  id: '1',
  totalAmount: 49900,
  totalAmountExcludingTax: 39920,
  totalTaxAmount: 9980,
  taxPercentage: 25,
};
const receiptOf = (line: object = {}, bottomLine: object = {}) => ({
  orderLines: [{ ...socks, ...line }],
  bottomLine: { currency: 'NOK', ...bottomLine },
});

const give = (
  { call }: Pick<Till, 'call'>,
  body: unknown,
  id = orderId,
  paymentType = 'ecom',
  headers: object = unit,
) => call('POST', `/order-management/v2/${paymentType}/receipts/${id}`, { headers: { ...headers }, body });

async function sold(options = {}): Promise<Till> {
  const till = await openTill(options);
  await till.initiate(orderId);
  return till;
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'orders.json');
}

/** Orders of a simulator with one agreement, agr-1, and its first charge, chr-1. */
function fileWithAgreement(): string {
  const file = newFile();
  const terms = {
    uuid: 'u',
    chargeId: 'chr-1',
    productName: 'Coffee',
    pricing: { type: 'LEGACY', amount: 49900 },
    interval: { unit: 'MONTH', count: 1 },
    merchantAgreementUrl: 'https://shop.example/agreement',
    merchantRedirectUrl: 'https://shop.example/thanks',
    countryCode: 'NO',
    isApp: false,
    stoppedAtMs: null,
  } as const;
  const facts = {
    api: 'recurring',
    orderId: 'agr-1',
    msn: '123456',
    amount: 49900,
    currency: 'NOK',
    text: 'Coffee',
    token: 't',
    imageId: 'i',
    expiresAtMs: 0,
    directCapture: false,
    agreement: terms,
  } as const;
  createLedger(file).save(createOrder(facts, 0));
  return file;
}

const receipts = async ({ orders }: Till) =>
  (await orders()).map(({ receipt }: { receipt: unknown }) => receipt);

describe('a receipt', () => {
  test('of an eCom order is answered with an id, and shown by the control API', async () => {
    const till = await sold();
    expect(await receipts(till)).toEqual([null]);
    const { status, body } = await give(till, receiptOf());
    expect(status).toBe(201);
    expect(body).toMatch(/^[0-9a-f-]{36}$/);
    expect(await receipts(till)).toEqual([receiptOf()]);
    expect((await till.orders())[0].calls.receipt).toBe(1);
  });

  test('of an ePayment order is found under ecom too', async () => {
    const till = await openTill();
    await till.epayment.create(orderId);
    expect((await give(till, receiptOf())).status).toBe(201);
    expect(await receipts(till)).toEqual([receiptOf()]);
  });

  test('that is given with an ePayment order counts: it cannot be given another', async () => {
    const till = await openTill();
    await till.epayment.create(orderId, { receipt: receiptOf() });
    expect(await receipts(till)).toEqual([receiptOf()]);
    expect((await give(till, receiptOf())).status).toBe(201);
    expect((await give(till, receiptOf({ name: 'shoes' }))).status).toBe(409);
  });

  test('of an agreement is found by its first charge, under recurring only', async () => {
    const till = await openTill({ ledgerFile: fileWithAgreement() });
    expect((await give(till, receiptOf(), 'chr-1', 'ecom')).status).toBe(404);
    expect((await give(till, receiptOf(), 'agr-1', 'ecom')).status).toBe(404);
    expect((await give(till, receiptOf(), 'agr-1', 'recurring')).status).toBe(404);
    expect((await give(till, receiptOf(), 'chr-1', 'recurring')).status).toBe(201);
    expect(await receipts(till)).toEqual([receiptOf()]);
  });

  test('of an order that is no charge is not found under recurring', async () => {
    const till = await sold();
    expect((await give(till, receiptOf(), orderId, 'recurring')).status).toBe(404);
  });

  test('is found by the payment type in capitals, as the description has it, and in small letters', async () => {
    const till = await sold();
    expect((await give(till, receiptOf(), orderId, 'ECOM')).status).toBe(201);
    expect((await give(till, receiptOf(), orderId, 'ecom')).status).toBe(201);
  });

  test('can be given once: the same again gets the same answer, another is a conflict', async () => {
    const till = await sold();
    const first = await give(till, receiptOf());
    expect(await give(till, receiptOf())).toMatchObject({ status: 201, body: first.body });
    const other = await give(till, receiptOf({ totalAmount: 49901, totalAmountExcludingTax: 39921 }));
    expect(other.status).toBe(409);
    expect(other.body).toEqual({
      type: expect.any(String),
      title: 'Conflict',
      detail: expect.stringContaining(orderId),
      instance: expect.any(String),
    });
    expect(await receipts(till)).toEqual([receiptOf()]);
  });

  test('need not come to the amount of the order, as at Vipps', async () => {
    const till = await sold();
    expect(
      (await give(till, receiptOf({ totalAmount: 1, totalAmountExcludingTax: 1, totalTaxAmount: 0 }))).status,
    ).toBe(201);
  });

  test('changes nothing else, and survives captures and a restart', async () => {
    const ledgerFile = newFile();
    const till = await sold({ ledgerFile });
    await till.press(orderId, 'approve');
    const before = (await till.details(orderId)).body;
    const { body } = await give(till, receiptOf());
    expect((await till.details(orderId)).body).toEqual(before);
    await till.capture(orderId, 0, 'key-1');
    await till.simulator.close();
    const after = await openTill({ ledgerFile });
    expect(await receipts(after)).toEqual([receiptOf()]);
    expect((await give(after, receiptOf())).body).toBe(body);
  });
});

describe('the tax of a line', () => {
  test.each([
    { taxPercentage: 25 },
    { taxPercentage: 0 },
    { taxPercentage: undefined, taxRate: 1250 },
    { taxPercentage: null, taxRate: 10_000 },
    { taxPercentage: undefined, taxRate: 0 },
    { taxPercentage: 25, taxRate: 2500 },
  ])('can be %j, after the payment and with it', async (tax) => {
    const till = await sold();
    expect((await give(till, receiptOf(tax))).status).toBe(201);
    const withPayment = await till.epayment.create('till-1-bbb', { receipt: receiptOf(tax) });
    expect(withPayment.status).toBe(201);
  });

  test.each([
    ['taxRate', { taxPercentage: undefined }],
    ['taxRate', { taxPercentage: null, taxRate: null }],
    ['taxRate', { taxRate: 10_001 }],
    ['taxRate', { taxRate: -1 }],
    ['taxRate', { taxRate: 12.5 }],
    ['taxPercentage', { taxPercentage: 12.5 }],
    ['taxPercentage', { taxPercentage: 101, taxRate: 2500 }],
  ])('is refused as %s with %j, after the payment and with it', async (field, tax) => {
    const till = await sold();
    const { status, body } = await give(till, receiptOf(tax));
    expect(status).toBe(400);
    expect(body.invalidParams).toMatchObject([{ name: `orderLines.0.${field}` }]);
    const withPayment = await till.epayment.create('till-1-bbb', { receipt: receiptOf(tax) });
    expect(withPayment.status).toBe(400);
    expect(withPayment.body.extraDetails).toMatchObject([{ name: `receipt.orderLines.0.${field}` }]);
    expect(await receipts(till)).toEqual([null]);
  });
});

describe('Order Management refuses', () => {
  test('an order that the sales unit does not have', async () => {
    const other = { clientId: 'b', clientSecret: 'b', subscriptionKey: 'b', msn: '222222' };
    const till = await sold({ salesUnits: ['654321'], others: [{ credentials: other }] });
    const unknown = await give(till, receiptOf(), 'till-1-bbb');
    expect(unknown.status).toBe(404);
    expect(unknown.body).toMatchObject({ title: 'Not Found', instance: expect.any(String) });
    const otherUnit = { 'Merchant-Serial-Number': '654321' };
    expect((await give(till, receiptOf(), orderId, 'ecom', otherUnit)).status).toBe(404);
    const stranger = createTill(till.url, other);
    await stranger.signIn();
    expect((await give(stranger, receiptOf())).status).toBe(403);
    const theirs = { 'Merchant-Serial-Number': '222222' };
    expect((await give(stranger, receiptOf(), orderId, 'ecom', theirs)).status).toBe(404);
    expect(await receipts(till)).toEqual([null]);
  });

  test.each([
    ['orderLines', { ...receiptOf(), orderLines: [] }],
    ['bottomLine', { orderLines: [socks] }],
    ['bottomLine.currency', receiptOf({}, { currency: 'USD' })],
    ['orderLines.0.name', receiptOf({ name: undefined })],
    ['orderLines.0.totalAmount', receiptOf({ totalAmount: '49900' })],
    ['orderLines.0.totalTaxAmount', receiptOf({ totalTaxAmount: 9979 })],
    ['orderLines.0.discount', receiptOf({ discount: -1 })],
    ['orderLines.0.unitInfo.quantity', receiptOf({ unitInfo: { unitPrice: 1, quantity: '2 kg' } })],
  ])('a bad %s', async (name, body) => {
    const till = await sold();
    const answer = await give(till, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      type: expect.any(String),
      title: 'One or more validation errors occurred.',
      detail: 'BadRequest',
      instance: expect.any(String),
      invalidParams: [{ name, reason: expect.any(String) }],
    });
    expect(await receipts(till)).toEqual([null]);
  });

  test('other payment types, calls without a sales unit, and what the gateway refuses', async () => {
    const till = await sold();
    const epayment = await give(till, receiptOf(), orderId, 'epayment');
    expect(epayment).toMatchObject({ status: 400, body: { invalidParams: [{ name: 'paymentType' }] } });
    const noUnit = await give(till, receiptOf(), orderId, 'ecom', {});
    expect(noUnit).toMatchObject({
      status: 400,
      body: { invalidParams: [{ name: 'Merchant-Serial-Number' }] },
    });
    expect((await give(till, receiptOf(), orderId, 'ecom', { ...unit, Authorization: '' })).status).toBe(401);
    expect((await give(till, undefined)).body.invalidParams).toHaveLength(2);
  });

  test('what a fault has it refuse, and takes the same receipt afterwards', async () => {
    const till = await sold();
    await till.faults([
      { on: 'receipt', kind: 'status', status: 503, times: 1, orderId },
      { on: 'receipt', kind: 'drop_after', times: 1 },
    ]);
    expect((await give(till, receiptOf())).status).toBe(503);
    expect(await receipts(till)).toEqual([null]);
    await expect(give(till, receiptOf())).rejects.toThrow();
    expect(await receipts(till)).toEqual([receiptOf()]);
    expect((await give(till, receiptOf())).status).toBe(201);
    expect((await till.orders())[0].calls.receipt).toBe(3);
  });
});

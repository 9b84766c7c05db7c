// Orders that somebody else has made: what tests can have there before a till asks, or at the moment that it does.
import { describe, expect, test } from 'vitest';
import { openSubscriptions } from '../testing/recurring.ts';
import { openTill } from '../testing/till.ts';

const put = (till: Awaited<ReturnType<typeof openTill>>, other: object) =>
  till.call('PUT', '/simulator/others', { body: other });
const orders = async (till: Awaited<ReturnType<typeof openTill>>) =>
  (await till.call('GET', '/simulator/orders')).body;

describe('an order that is there before', () => {
  test('is shown with what has become of it, and its reference is taken', async () => {
    const till = await openTill();
    const other = { api: 'ecom', reference: 'bill-1204', amount: 50_000, secondsAgo: 60 };
    expect((await put(till, { ...other, state: 'sold' })).status).toBe(204);
    expect(await orders(till)).toMatchObject([
      {
        reference: 'bill-1204',
        amount: 50_000,
        isOthers: true,
        state: { captured: 50_000 },
        calls: { initiate: 0 },
      },
    ]);
    const [{ history }] = await orders(till);
    expect(history.map(({ operation }: { operation: string }) => operation)).toEqual(['SALE', 'INITIATE']);
    expect((await till.initiate('bill-1204')).body).toMatchObject([{ errorCode: '34' }]);
  });

  test.each([
    ['open', { reserved: 0, captured: 0, cancelled: false }],
    ['reserved', { reserved: 50_000, captured: 0, cancelled: false }],
    ['captured', { reserved: 50_000, captured: 50_000 }],
    ['refunded', { captured: 50_000, refunded: 50_000 }],
    ['cancelled', { reserved: 0, cancelled: true }],
  ])('can be %s', async (state, expected) => {
    const till = await openTill();
    await put(till, { api: 'epayment', reference: 'bill-1204', amount: 50_000, state });
    expect(await orders(till)).toMatchObject([{ api: 'epayment', state: expected }]);
  });

  test('can be an agreement, whose charge has the reference', async () => {
    const till = await openSubscriptions();
    await put(till, { api: 'recurring', reference: 'sub-1', amount: 50_000, state: 'reserved' });
    expect(await orders(till)).toMatchObject([
      { api: 'recurring', agreement: { status: 'ACTIVE', chargeId: 'sub-1' } },
    ]);
    const drafted = await till.recurring.draft('sub-2', {
      initialCharge: {
        amount: 49_900,
        description: 'First',
        transactionType: 'RESERVE_CAPTURE',
        orderId: 'sub-1',
      },
    });
    expect(drafted.status).toBe(409);
  });

  test('has an amount', async () => {
    expect((await put(await openTill(), { api: 'ecom', reference: 'bill-1204' })).status).toBe(400);
  });
});

describe('a reference that is taken when it is asked for', () => {
  test('gets the answer of one that comes second', async () => {
    const till = await openTill();
    await till.faults([
      { on: 'initiate', kind: 'taken', times: 1, other: { amount: 50_000, state: 'reserved' } },
    ]);
    expect((await till.initiate('bill-1204')).body).toMatchObject([{ errorCode: '34' }]);
    expect(await orders(till)).toMatchObject([
      { isOthers: true, amount: 50_000, state: { reserved: 50_000 } },
    ]);
    expect((await till.initiate('bill-1205')).status).toBe(200);
  });

  test('or no answer at all', async () => {
    const till = await openTill();
    await till.faults([{ on: 'initiate', kind: 'taken', times: 1, other: { lost: true } }]);
    await expect(till.initiate('bill-1204')).rejects.toThrow();
    expect(await orders(till)).toMatchObject([{ isOthers: true, reference: 'bill-1204' }]);
  });

  test('may be an earlier try with all that the call says', async () => {
    const till = await openTill();
    await till.faults([
      { on: 'initiate', kind: 'taken', times: 1, other: { alike: true, state: 'captured' } },
    ]);
    await till.initiate('bill-1204', { amount: 12_300, transactionText: 'Tea' });
    expect(await orders(till)).toMatchObject([
      {
        isOthers: false,
        amount: 12_300,
        history: [{}, {}, { operation: 'INITIATE', transactionText: 'Tea' }],
      },
    ]);
  });

  test('is taken at the start of an order alone', async () => {
    const till = await openTill();
    expect((await till.faults([{ on: 'details', kind: 'taken' }])).status).toBe(400);
  });
});

test('each answer says when it was given by the clock of what it says', async () => {
  const nowMs = Date.UTC(2031, 4, 6, 7, 8, 9);
  const till = await openTill({ now: () => nowMs });
  const { headers } = await till.initiate('bill-1204');
  expect(headers.get('date')).toBe(new Date(nowMs).toUTCString());
});

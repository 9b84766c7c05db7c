// What a cashier may refund of one payment, over HTTP, and what the history says of who did it.
import { describe, expect, test } from 'vitest';
import { historySchema } from '../contract/payments.ts';
import { aShop } from '../testing/access/giving-back.ts';
import { aPos } from '../testing/access.ts';
import { VippsRejected } from '../vipps/http/errors.ts';

/** The same with one payment that is captured. */
async function aSale(cashierRefundUpTo?: number) {
  const shop = await aShop(cashierRefundUpTo === undefined ? {} : { cashierRefundUpTo });
  const reference = await shop.sell();
  expect(await shop.find(reference)).toMatchObject({ capture: 'captured', capturedAmount: 24_900 });
  const refund = (value: number, who: Record<string, string>) => shop.refundOf(reference, value, who);
  const events = async () => {
    const { body } = await shop.call('GET', `/api/payments/${reference}/events`);
    return historySchema.parse(body).events;
  };
  return { ...shop, reference, refund, events };
}

const refused = { status: 403, body: { error: { code: 'approval_required' } } };

describe('[P8] a cashier', () => {
  test('refunds up to the limit of the shop in all, not a minor unit more', async () => {
    const { refund, cashier, find, reference } = await aSale(10_000);
    expect(await refund(10_001, cashier)).toMatchObject(refused);
    expect((await refund(6_000, cashier)).status).toBe(200);
    expect(await refund(4_001, cashier)).toMatchObject(refused);
    expect((await refund(4_000, cashier)).status).toBe(200);
    expect(await refund(1, cashier)).toMatchObject(refused);
    expect(await find(reference)).toMatchObject({ refundedAmount: 10_000, refundingAmount: 0 });
  });

  test('refunds nothing of a payment of which a manager has refunded more than that', async () => {
    const { refund, cashier, manager } = await aSale(10_000);
    expect((await refund(10_000, manager)).status).toBe(200);
    expect(await refund(1, cashier)).toMatchObject(refused);
  });

  test('refunds nothing in a shop that says nothing of it', async () => {
    const { refund, cashier, find, reference } = await aSale();
    expect(await refund(1, cashier)).toMatchObject(refused);
    expect(await find(reference)).toMatchObject({ refundedAmount: 0, refundingAmount: 0 });
  });

  test('two refunds at once come to no more than the limit', async () => {
    const { refund, cashier, find, reference } = await aSale(10_000);
    const both = await Promise.all([refund(6_000, cashier), refund(6_000, cashier)]);
    expect(both.map(({ status }) => status).toSorted()).not.toEqual([200, 200]);
    expect(await find(reference)).toMatchObject({ refundedAmount: 6_000 });
  });
});

test('managers and programs refund everything, and the history says who it was', async () => {
  const { refund, cashier, manager, store, events } = await aSale(10_000);
  await refund(1_000, cashier);
  await refund(11_000, manager);
  await refund(12_900, await aPos(store, '1', 'POS'));
  const asked = (await events()).filter(({ by }) => by !== null);
  expect(asked.map(({ name, by }) => [name, by])).toEqual([
    ['refund', { kind: 'staff', name: 'Ola' }],
    ['refund', { kind: 'staff', name: 'a manager' }],
    ['refund', { kind: 'key', name: 'POS' }],
  ]);
});

describe('[P8] what is reserved is given back within the same limits', () => {
  test('by a cashier up to the limit, by managers and programs all of it', async () => {
    const { sell, releaseOf, cashier, manager, store, find } = await aShop({
      capture: 'manual',
      cashierRefundUpTo: 24_899,
    });
    const first = await sell();
    expect(await releaseOf(first, cashier)).toMatchObject(refused);
    expect(await find(first)).toMatchObject({ releasedAmount: 0, releasingAmount: 0 });
    expect((await releaseOf(first, manager)).status).toBe(200);
    expect((await releaseOf(await sell(), await aPos(store, '1', 'POS'))).status).toBe(200);
  });

  test('a cashier within it releases', async () => {
    const { sell, releaseOf, cashier } = await aShop({ capture: 'manual', cashierRefundUpTo: 24_900 });
    expect((await releaseOf(await sell(), cashier)).status).toBe(200);
  });

  test('what was released of a payment counts when the rest of it is refunded', async () => {
    const { sell, post, releaseOf, refundOf, cashier, manager } = await aShop({
      capture: 'manual',
      cashierRefundUpTo: 10_000,
    });
    const reference = await sell();
    const part = { amount: { value: 20_000, currency: 'NOK' } };
    expect((await post(`${reference}/capture`, part, cashier)).status).toBe(200);
    expect((await releaseOf(reference, manager)).status).toBe(200);
    expect(await refundOf(reference, 5_101, cashier)).toMatchObject(refused);
    expect((await refundOf(reference, 5_100, cashier)).status).toBe(200);
  });
});

describe('[P8] in a day, a cashier gives back', () => {
  const limits = { cashierRefundUpTo: 10_000, cashierRefundUpToADay: 15_000 };

  test('up to a limit in all, not a minor unit more; another day, again', async () => {
    const { sell, refundOf, cashier, clock, again } = await aShop(limits);
    expect((await refundOf(await sell(), 10_000, cashier)).status).toBe(200);
    const second = await sell();
    expect(await refundOf(second, 5_001, cashier)).toMatchObject(refused);
    expect((await refundOf(second, 5_000, cashier)).status).toBe(200);
    expect(await refundOf(await sell(), 1, cashier)).toMatchObject(refused);
    await clock.advance(24 * 3_600_000);
    expect((await refundOf(second, 5_000, await again('Ola'))).status).toBe(200);
  });

  test('as much as each of the others', async () => {
    const { sell, refundOf, cashier, another } = await aShop(limits);
    expect((await refundOf(await sell(), 10_000, cashier)).status).toBe(200);
    const other = await another('Kari');
    expect((await refundOf(await sell(), 10_000, other)).status).toBe(200);
  });

  test('also by two refunds at once', async () => {
    const { sell, refundOf, cashier, find } = await aShop(limits);
    const [first, second] = [await sell(), await sell()];
    await Promise.all([refundOf(first, 10_000, cashier), refundOf(second, 10_000, cashier)]);
    const done = await Promise.all([find(first), find(second)]);
    expect(done.map((payment) => payment?.refundedAmount).toSorted()).toEqual([0, 10_000]);
  });

  test('what Vipps refused is not counted', async () => {
    const { sell, refundOf, cashier, vipps } = await aShop(limits);
    vipps.fail.refund = () =>
      new VippsRejected('no', { method: 'POST', path: '/', requestId: 'r', status: 400, code: '51' });
    expect((await refundOf(await sell(), 10_000, cashier)).status).toBe(502);
    vipps.fail = {};
    expect((await refundOf(await sell(), 10_000, cashier)).status).toBe(200);
  });
});

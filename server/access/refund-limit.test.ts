// What a cashier may refund of one payment, over HTTP, and what the history says of who did it.
import { describe, expect, onTestFinished, test } from 'vitest';
import { historySchema } from '../contract/payments.ts';
import { aPos, signedIn } from '../testing/access.ts';
import { aServer } from '../testing/http.ts';
import { seen } from '../testing/payments.ts';

/** A shop with a payment of 249.00 that is captured. */
async function aShop(cashierRefundUpTo?: number) {
  const server = await aServer(cashierRefundUpTo === undefined ? {} : { cashierRefundUpTo });
  onTestFinished(() => server.close());
  const cashier = await signedIn(server, 'cashier', 'Ola');
  server.vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
  const reference = await server.start();
  await server.clock.advance(10);
  expect(await server.find(reference)).toMatchObject({ capture: 'captured', capturedAmount: 24_900 });
  const refund = async (value: number, who: Record<string, string>) => {
    const amount = { value, currency: 'NOK' };
    const headers = { cookie: '', ...who };
    const answer = await server.post(`/api/payments/${reference}/refund`, { amount }, headers);
    await server.clock.advance(10);
    return answer;
  };
  const events = async () => {
    const { body } = await server.call('GET', `/api/payments/${reference}/events`);
    return historySchema.parse(body).events;
  };
  return { ...server, cashier, reference, refund, events };
}

const refused = { status: 403, body: { error: { code: 'not_allowed' } } };

describe('[P8] a cashier', () => {
  test('refunds up to the limit of the shop in all, not a minor unit more', async () => {
    const { refund, cashier, find, reference } = await aShop(10_000);
    expect(await refund(10_001, cashier)).toMatchObject(refused);
    expect((await refund(6_000, cashier)).status).toBe(200);
    expect(await refund(4_001, cashier)).toMatchObject(refused);
    expect((await refund(4_000, cashier)).status).toBe(200);
    expect(await refund(1, cashier)).toMatchObject(refused);
    expect(await find(reference)).toMatchObject({ refundedAmount: 10_000, refundingAmount: 0 });
  });

  test('refunds nothing of a payment of which a manager has refunded more than that', async () => {
    const { refund, cashier, manager } = await aShop(10_000);
    expect((await refund(10_000, manager)).status).toBe(200);
    expect(await refund(1, cashier)).toMatchObject(refused);
  });

  test('refunds nothing in a shop that says nothing of it', async () => {
    const { refund, cashier, find, reference } = await aShop();
    expect(await refund(1, cashier)).toMatchObject(refused);
    expect(await find(reference)).toMatchObject({ refundedAmount: 0, refundingAmount: 0 });
  });

  test('two refunds at once come to no more than the limit', async () => {
    const { refund, cashier, find, reference } = await aShop(10_000);
    const both = await Promise.all([refund(6_000, cashier), refund(6_000, cashier)]);
    expect(both.map(({ status }) => status).toSorted()).not.toEqual([200, 200]);
    expect(await find(reference)).toMatchObject({ refundedAmount: 6_000 });
  });
});

test('managers and programs refund everything, and the history says who it was', async () => {
  const { refund, cashier, manager, store, events } = await aShop(10_000);
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

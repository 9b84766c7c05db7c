// Which limits an approval lifts, what of it counts against them, and for whom REFUND_APPROVAL_ABOVE holds; over HTTP.
import { describe, expect, test } from 'vitest';
import { aShop, type Headers } from '../testing/access/giving-back.ts';
import { aPos, cheapPins } from '../testing/access.ts';
import { seen } from '../testing/payments.ts';
import { nameKey } from './secrets/tokens.ts';

const approval = { name: 'Mona', pin: '48291637' };
const approved = { approval };
const required = { status: 403, body: { error: { code: 'approval_required' } } };

async function managed(options: Parameters<typeof aShop>[0] = {}) {
  const shop = await aShop(options);
  const member = { id: 'Mona', name: 'Mona', role: 'manager', shop: null, createdAtMs: 0 } as const;
  const pinHash = await cheapPins().hash(approval.pin);
  await shop.store.access.addStaff(
    { ...member, lastSignInAtMs: null },
    { nameKey: nameKey('Mona'), pinHash },
  );
  return shop;
}

type Managed = Awaited<ReturnType<typeof managed>>;

describe('[P8] with an approval a cashier gives back', () => {
  const limits = { cashierRefundUpTo: 10_000, cashierRefundUpToADay: 15_000 };

  test('more than the limit of a payment, of which it uses up a part', async () => {
    const { sell, refundOf, cashier } = await managed(limits);
    const reference = await sell();
    expect((await refundOf(reference, 10_001, cashier, approved)).status).toBe(200);
    expect(await refundOf(reference, 1, cashier)).toMatchObject(required);
  });

  test('more than the limit of a day, of which it uses up nothing', async () => {
    const { sell, refundOf, cashier } = await managed(limits);
    expect((await refundOf(await sell(), 24_900, cashier, approved)).status).toBe(200);
    expect((await refundOf(await sell(), 10_000, cashier)).status).toBe(200);
    const last = await sell();
    expect(await refundOf(last, 5_001, cashier)).toMatchObject(required);
    expect((await refundOf(last, 5_001, cashier, approved)).status).toBe(200);
    expect((await refundOf(await sell(), 5_000, cashier)).status).toBe(200);
    expect(await refundOf(await sell(), 1, cashier)).toMatchObject(required);
  });
});

describe('[P8] beyond REFUND_APPROVAL_ABOVE', () => {
  const above = { refundApprovalAbove: 10_000 };

  test('a manager enters a PIN once more, their own or another’s; of refunds and releases together', async () => {
    const { sell, post, refundOf, releaseOf, manager } = await managed({ ...above, capture: 'manual' });
    const reference = await sell();
    const part = { amount: { value: 15_000, currency: 'NOK' } };
    await post(`${reference}/capture`, part, manager);
    expect((await releaseOf(reference, manager)).status).toBe(200);
    expect((await refundOf(reference, 100, manager)).status).toBe(200);
    expect(await refundOf(reference, 1, manager)).toMatchObject(required);
    expect((await refundOf(reference, 1, manager, approved)).status).toBe(200);
  });

  test('a manager has no limit of a day', async () => {
    const { sell, refundOf, manager } = await managed(above);
    for (let sale = 0; sale < 3; sale += 1) {
      expect((await refundOf(await sell(), 10_000, manager)).status).toBe(200);
    }
  });

  test('a cashier, too, whatever their own limit is', async () => {
    const { sell, refundOf, cashier } = await managed({ ...above, cashierRefundUpTo: 20_000 });
    const reference = await sell();
    expect(await refundOf(reference, 10_001, cashier)).toMatchObject(required);
    expect((await refundOf(reference, 10_000, cashier)).status).toBe(200);
  });

  test('a cashier whose own limit is lower keeps that', async () => {
    const { sell, refundOf, cashier } = await managed({ ...above, cashierRefundUpTo: 5_000 });
    expect(await refundOf(await sell(), 5_001, cashier)).toMatchObject(required);
  });

  test('0 asks for a PIN each time', async () => {
    const { sell, refundOf, manager } = await managed({ refundApprovalAbove: 0 });
    expect(await refundOf(await sell(), 1, manager)).toMatchObject(required);
  });

  test('programs are not limited, and an approval that one sends is proved all the same', async () => {
    const { sell, refundOf, store } = await managed({ refundApprovalAbove: 0 });
    const [pos, reference] = [await aPos(store, '1', 'POS'), await sell()];
    expect((await refundOf(reference, 100, pos)).status).toBe(200);
    const wrong = { approval: { ...approval, pin: '48291638' } };
    expect(await refundOf(reference, 100, pos, wrong)).toMatchObject(required);
    expect((await refundOf(reference, 100, pos, approved)).status).toBe(200);
  });
});

describe('[P8] nobody gets around the limits', () => {
  const terms = (initialMinor: number) => ({
    product: { name: 'Card' },
    pricing: { amount: { value: 24_900, currency: 'NOK' } },
    interval: { unit: 'MONTH', count: 1 },
    ...(initialMinor > 0 && {
      initialCharge: { amount: { value: initialMinor, currency: 'NOK' }, description: 'First' },
    }),
  });

  /** An agreement whose first payment is reserved. */
  async function subscribed(
    shop: Awaited<ReturnType<typeof managed>>,
    initialMinor: number,
  ): Promise<string> {
    shop.vipps.polled = seen();
    const answer = await shop.call('POST', '/api/tills/1/agreements', {
      body: JSON.stringify(terms(initialMinor)),
      headers: { 'content-type': 'application/json' },
    });
    shop.vipps.polled = seen({ accepted: true, reservedAmount: initialMinor });
    await shop.clock.advance(1_000);
    return (answer.body as { reference: string }).reference;
  }
  const manual = { capture: 'manual', cashierRefundUpTo: 10_000, cashierRefundUpToADay: 15_000 } as const;
  /** What is given back with it follows in the next seconds. */
  async function stop(shop: Managed, reference: string, who: Headers, more = {}) {
    const answer = await shop.post(`${reference}/stop`, more, who);
    await shop.clock.advance(5_000);
    return answer;
  }

  test('by stopping an agreement whose first payment is reserved: it goes back with it', async () => {
    const shop = await managed(manual);
    const reference = await subscribed(shop, 10_001);
    expect(await stop(shop, reference, shop.cashier)).toMatchObject(required);
    expect(await shop.find(reference)).toMatchObject({ agreement: { stop: 'none' }, releasedAmount: 0 });
    expect((await stop(shop, reference, shop.cashier, approved)).status).toBe(200);
    const { body } = await shop.call('GET', `/api/payments/${reference}/events`);
    expect(body).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({ name: 'stop', approvedBy: { kind: 'staff', name: 'Mona' } }),
      ]),
    });
  });

  test('by stopping one after the other: what goes back counts in the day', async () => {
    const shop = await managed(manual);
    expect((await stop(shop, await subscribed(shop, 10_000), shop.cashier)).status).toBe(200);
    const second = await subscribed(shop, 5_001);
    expect(await stop(shop, second, shop.cashier)).toMatchObject(required);
    expect((await stop(shop, second, shop.manager)).status).toBe(200);
  });

  test('and one with nothing reserved is stopped by any cashier', async () => {
    const shop = await managed({ capture: 'manual' });
    expect((await stop(shop, await subscribed(shop, 0), shop.cashier)).status).toBe(200);
  });

  test('by a cancel: what is paid takes none', async () => {
    const shop = await managed(manual);
    const refused = { status: 409, body: { error: { code: 'wrong_state' } } };
    for (const reference of [await shop.sell(), await subscribed(shop, 10_001)]) {
      expect(await shop.post(`${reference}/cancel`, {}, shop.cashier)).toMatchObject(refused);
    }
  });
});

// Vipps will not take the order lines: the sale is sold without them, and staff are told.
import { describe, expect, onTestFinished, test } from 'vitest';
import { act, approve, charge, forMs, newest, scan, untilQuiet } from '../../testing/faults/acts.ts';
import { type Kind, paidKinds } from '../../testing/faults/kinds.ts';
import { ordersAtVipps } from '../../testing/faults/outcome.ts';
import { aFaultyShop } from '../../testing/faults/shop.ts';
import { sale } from '../../testing/till.ts';

/** What is sold has lines; the first payment of an agreement has one by itself. */
async function aShop(kind: Kind, receipts: 'taken' | 'refused') {
  const shop = await aFaultyShop({ kind, capture: 'auto' });
  onTestFinished(() => shop.close());
  await shop.simulator('/simulator/settings', { method: 'PUT', body: { receipts } });
  const lines = [{ name: 'Coffee', quantity: 1, amount: sale.amount }];
  const reply = await charge(shop, 'sale', kind === 'recurring' ? {} : { lines });
  return { ...shop, reply };
}

describe.each(paidKinds)('%s: order lines that Vipps refuses', (kind) => {
  test('[P1] are left out; the sale is paid and captured, and the payment says so', async () => {
    const shop = await aShop(kind, 'refused');
    expect(shop.reply.status).toBe(201);
    await scan(shop);
    await forMs(shop, 1_000);
    await approve(shop);
    await untilQuiet(shop);
    const { reference, ...payment } = await newest(shop);
    expect(payment).toMatchObject({
      state: 'approved',
      capture: 'captured',
      problem: { code: 'lines_refused', message: expect.stringMatching(/./) },
    });
    const told = (await shop.store.readHistory(reference)).filter(({ event }) => event === 'lines_refused');
    expect(told).toHaveLength(1);
    const orders = await ordersAtVipps(shop);
    expect(orders.map(({ receipt }) => receipt)).toEqual([null]);
    expect(await act(shop, 'refund', 'refund-1')).toMatchObject({ status: 200 });
  });

  test('are told of by nobody where Vipps takes them', async () => {
    const shop = await aShop(kind, 'taken');
    await scan(shop);
    await forMs(shop, 1_000);
    await approve(shop);
    await untilQuiet(shop);
    expect((await newest(shop)).problem).toBeNull();
    expect((await ordersAtVipps(shop))[0]?.receipt).not.toBeNull();
  });
});

describe('epayment: order lines that Vipps refuses', () => {
  test('are told of while the code is shown, under the sale’s one reference', async () => {
    const shop = await aShop('epayment', 'refused');
    const payment = await newest(shop);
    expect(payment).toMatchObject({ state: 'presented', problem: { code: 'lines_refused' } });
    expect((await ordersAtVipps(shop)).length).toBe(1);
    expect(shop.line.calls.filter(({ call }) => call === 'initiate')).toHaveLength(2);
  });
});

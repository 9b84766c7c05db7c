// What a POS sends as order lines, and what becomes of it at Vipps, by every API that takes them from a POS.
import { describe, expect, onTestFinished, test } from 'vitest';
import { act, approve, charge, forMs, newest, scan, untilQuiet } from '../../testing/faults/acts.ts';
import { ordersAtVipps } from '../../testing/faults/outcome.ts';
import { aFaultyShop } from '../../testing/faults/shop.ts';
import { sale } from '../../testing/till.ts';

const nok = (value: number) => ({ value, currency: 'NOK' as const });
const { value } = sale.amount;
/** A coffee at a lower price, one that is free, one that is brought back, and a rounding. */
const lines = [
  { name: 'Coffee', quantity: 2, amount: nok(value + 4_540), taxPercentage: 15, discount: nok(500) },
  { name: 'Tenth coffee', quantity: 1, amount: nok(0), discount: nok(4_000) },
  { name: 'Mug', quantity: 1, amount: nok(-4_500), taxPercentage: 25, isReturn: true },
  { name: 'Rounding', quantity: 1, amount: nok(-40) },
];

async function aShop(kind: 'ecom' | 'epayment') {
  const shop = await aFaultyShop({ kind, capture: 'auto' });
  onTestFinished(() => shop.close());
  return shop;
}

describe.each(['ecom', 'epayment'] as const)('%s: order lines of every kind', (kind) => {
  test('[P1][P9] are sold, paid, and taken by Vipps, where they sum to what is paid', async () => {
    const shop = await aShop(kind);
    expect(await charge(shop, 'sale', { lines })).toMatchObject({ status: 201, body: { lines } });
    await scan(shop);
    await forMs(shop, 1_000);
    await approve(shop);
    await untilQuiet(shop);
    expect(await newest(shop)).toMatchObject({
      state: 'approved',
      capture: 'captured',
      problem: null,
      lines,
    });
    const [order] = await ordersAtVipps(shop);
    const receipt = order?.receipt as
      | { orderLines?: { totalAmount: number; isReturn?: boolean }[] }
      | undefined;
    const orderLines = receipt?.orderLines ?? [];
    expect(orderLines).toMatchObject([
      { totalAmount: value + 4_540, discount: 500 },
      { totalAmount: 0, discount: 4_000 },
      { totalAmount: 4_500, isReturn: true },
      { totalAmount: 40, isReturn: true },
    ]);
    const sum = orderLines.reduce((all, line) => all + (line.isReturn ? -1 : 1) * line.totalAmount, 0);
    expect(sum).toBe(value);
    expect(await act(shop, 'refund', 'refund-1')).toMatchObject({ status: 200 });
  });

  test('[P4] that do not add up start nothing, and the difference is told', async () => {
    const shop = await aShop(kind);
    const [coffee, ...rest] = lines;
    const refused = await charge(shop, 'sale', { lines: [coffee, ...rest.slice(0, -1)] });
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_request', message: expect.stringContaining('40 more than') } },
    });
    expect(shop.line.calls).toEqual([]);
  });
});

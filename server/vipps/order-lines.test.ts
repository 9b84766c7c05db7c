// Order lines as Vipps takes them.
import { describe, expect, test } from 'vitest';
import type { Line } from '../contract/payments.ts';
import type { Send } from './http/request.ts';
import { createReceipts, toReceipt } from './order-lines.ts';

const line = (value: number, bent: Partial<Line> = {}): Line => ({
  name: 'Coffee',
  quantity: 1,
  amount: { value, currency: 'NOK' },
  ...bent,
});

describe('[P9] an order line', () => {
  test('is told whole, and numbered from 1', () => {
    const plain = {
      name: 'Coffee',
      totalAmount: 12_500,
      totalAmountExcludingTax: 10_000,
      totalTaxAmount: 2_500,
      taxPercentage: 25,
      unitInfo: { unitPrice: 12_500, quantity: '1', quantityUnit: 'PCS' },
    };
    const taxed = line(12_500, { taxPercentage: 25 });
    expect(toReceipt([taxed, taxed], 'NOK').orderLines).toEqual([
      { ...plain, id: '1' },
      { ...plain, id: '2' },
    ]);
  });

  test.each<[string, Line, object]>([
    ['that states no tax has none', line(4_500), { totalTaxAmount: 0, taxPercentage: 0 }],
    [
      'has the tax that is in its amount',
      line(12_500, { taxPercentage: 25 }),
      { totalAmount: 12_500, totalAmountExcludingTax: 10_000, totalTaxAmount: 2_500, taxPercentage: 25 },
    ],
    [
      'is rounded to whole minor units, which still add up',
      line(999, { taxPercentage: 15 }),
      { totalAmount: 999, totalAmountExcludingTax: 869, totalTaxAmount: 130 },
    ],
    ['has a tax of half a percent as a rate', line(1_255, { taxPercentage: 25.5 }), { taxRate: 2_550 }],
    [
      'of several pieces tells the price of one',
      line(9_000, { quantity: 2 }),
      { unitInfo: { unitPrice: 4_500, quantity: '2', quantityUnit: 'PCS' } },
    ],
    [
      'tells no price that is not whole',
      line(1_000, { quantity: 3 }),
      { unitInfo: { unitPrice: null, quantity: '3', quantityUnit: 'PCS' } },
    ],
    [
      'tells no price that Vipps’ numbers cannot hold',
      line(1_000, { quantity: 1e-300 }),
      { unitInfo: { unitPrice: null, quantity: '0' } },
    ],
    [
      'tells what was taken off, and the price before',
      line(9_000, { quantity: 2, discount: { value: 1_000, currency: 'NOK' } }),
      { totalAmount: 9_000, discount: 1_000, unitInfo: { unitPrice: 5_000 } },
    ],
    [
      'that is brought back counts against the rest',
      line(-12_500, { taxPercentage: 25, isReturn: true }),
      { totalAmount: 12_500, totalTaxAmount: 2_500, isReturn: true, unitInfo: { unitPrice: 12_500 } },
    ],
    ['that rounds down counts against the rest, too', line(-40), { totalAmount: 40, isReturn: true }],
    ['that is free costs nothing', line(0), { totalAmount: 0, unitInfo: { unitPrice: 0 } }],
    [
      'is of a quantity in ten characters',
      line(100, { quantity: 1 / 3 }),
      { unitInfo: { quantity: '0.333' } },
    ],
  ])('%s', (_, given, expected) => {
    const { orderLines, bottomLine } = toReceipt([given], 'NOK');
    expect(orderLines).toMatchObject([{ name: 'Coffee', id: '1', ...expected }]);
    expect(bottomLine).toEqual({ currency: 'NOK' });
  });

  test('has a tax rate or a tax percentage, never both', () => {
    const [whole, half] = toReceipt(
      [line(100, { taxPercentage: 25 }), line(100, { taxPercentage: 25.5 })],
      'EUR',
    ).orderLines;
    expect(whole).not.toHaveProperty('taxRate');
    expect(half).not.toHaveProperty('taxPercentage');
  });
});

test('a receipt is sent to the Order Management API, to no other place than that of its order', async () => {
  const sent: Parameters<Send>[0][] = [];
  const send = (async (call: Parameters<Send>[0]) => sent.push(call)) as unknown as Send;
  const amount = { value: 4_500, currency: 'NOK' as const };
  const { signal } = new AbortController();
  await createReceipts(send).send('recurring', 'chr/1', { lines: [line(4_500)], amount }, signal);
  expect(sent).toMatchObject([
    { method: 'POST', path: '/order-management/v2/recurring/receipts/chr%2F1', name: 'receipt', signal },
  ]);
  expect(sent[0]?.body).toEqual(toReceipt([line(4_500)], 'NOK'));
});

import { expect, test } from 'vitest';
import type { Line, PaymentView } from '../../../server/contract.ts';
import { samplePayment } from '../../ui/sample-payment.ts';
import * as en from '../../ui/texts/en/cashier.ts';
import { hasReceipt, receiptOf, taxesOf, taxIn } from './receipt.ts';

const line = (name: string, value: number, taxPercentage?: number, quantity = 1): Line => ({
  name,
  quantity,
  amount: { value, currency: 'NOK' },
  ...(taxPercentage === undefined ? {} : { taxPercentage }),
});
const words = {
  texts: en,
  app: 'Vipps',
  locale: 'en-GB',
  money: (minor: number) => (minor / 100).toFixed(2),
  moment: () => '4 May 2026, 12:00',
};
const paid = (given: Partial<PaymentView> = {}) =>
  samplePayment({
    state: 'approved',
    capture: 'captured',
    capturedAmount: 24_900,
    text: 'Two coffees',
    ...given,
  });

test.each([
  [12_500, 25, 2_500],
  [24_900, 25, 4_980],
  [11_500, 15, 1_500],
  [12_550, 25.5, 2_550],
  [100, 0, 0],
  [1, 25, 0],
])('[P9] of %i there is tax of %d %%: %i', (amountMinor, percentage, taxMinor) => {
  expect(taxIn(amountMinor, percentage)).toBe(taxMinor);
});

test('tax is summed by percentage before it is rounded, and a line without one has none', () => {
  const lines = [line('Bun', 333, 15), line('Bag', 500), line('Cup', 12_500, 25), line('Bun', 333, 15)];
  expect(taxesOf(lines)).toEqual([
    { percentage: 25, taxMinor: 2_500 },
    { percentage: 15, taxMinor: 87 },
  ]);
});

test('a receipt has the goods, their tax, the total, what became of the money, and the reference', () => {
  const lines = [line('Latte', 9_800, 25, 2), line('Bun', 15_100, 15)];
  expect(receiptOf(paid({ lines, refundedAmount: 1_000 }), words)).toEqual({
    goods: [
      ['2 × Latte', '98.00'],
      ['Bun', '151.00'],
    ],
    total: ['Total', '249.00'],
    taxes: [
      ['Of which 25% VAT', '19.60'],
      ['Of which 15% VAT', '19.70'],
    ],
    facts: [
      ['Captured', '249.00'],
      ['Refunded', '10.00'],
      ['Date', '4 May 2026, 12:00'],
      ['Reference', 'till-1-abc'],
    ],
    paidWith: 'Paid with Vipps',
  });
});

test('without lines, the text stands for the goods', () => {
  expect(receiptOf(paid(), words).goods).toEqual([['Two coffees', '249.00']]);
  expect(receiptOf(paid({ text: '' }), words).goods).toEqual([['Total', '249.00']]);
});

test('[P1] only what was paid has a receipt', () => {
  const others = (['presented', 'closing', 'cancelled', 'expired', 'failed'] as const).map((state) =>
    samplePayment({ state }),
  );
  expect(others.some(hasReceipt)).toBe(false);
  expect(hasReceipt(paid())).toBe(true);
});

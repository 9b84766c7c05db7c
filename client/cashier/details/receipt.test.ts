import { expect, test } from 'vitest';
import type { Line, PaymentView } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { hasReceipt, headOf, receiptOf, taxesOf, taxIn } from './receipt.ts';

const line = (name: string, value: number, taxPercentage?: number, quantity = 1): Line => ({
  name,
  quantity,
  amount: { value, currency: 'NOK' },
  ...(taxPercentage === undefined ? {} : { taxPercentage }),
});
const texts = {
  ...en,
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
  [-12_550, 25.5, -2_550],
  [-2, 25, -0],
  [3, 20, 1],
  [-3, 20, -1],
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
  expect(receiptOf(paid({ lines, refundedAmount: 1_000 }), texts)).toEqual({
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
    mark: 'IKKE KVITTERING FOR KJØP',
    paidWith: 'Paid with Vipps',
  });
});

test('what was taken off, brought back, free or rounded is told as such', () => {
  const discount = { value: 500, currency: 'NOK' } as const;
  const lines = [
    { ...line('Latte', 30_040, 25, 2), discount },
    { ...line('Mug', -5_100, 25), isReturn: true },
    line('Biscuit', 0),
    line('Rounding', -40),
  ];
  const { goods, taxes } = receiptOf(paid({ lines }), texts);
  expect(goods).toEqual([
    ['2 × Latte', '300.40'],
    ['incl. 5.00 discount', ''],
    ['Return: Mug', '-51.00'],
    ['Biscuit', '0.00'],
    ['Rounding', '-0.40'],
  ]);
  expect(taxes).toEqual([['Of which 25% VAT', '49.88']]);
});

test('without lines, the text stands for the goods', () => {
  expect(receiptOf(paid(), texts).goods).toEqual([['Two coffees', '249.00']]);
  expect(receiptOf(paid({ text: '' }), texts).goods).toEqual([['Total', '249.00']]);
});

test('[P1] money that is only reserved is not said to be taken', () => {
  const reserved = receiptOf(paid({ capture: 'none', capturedAmount: 0 }), texts);
  expect(reserved.paidWith).toBe('Reserved with Vipps, not charged yet');
  expect(reserved.facts.slice(0, -2)).toEqual([['Reserved', '249.00']]);
  const inPart = receiptOf(paid({ capturedAmount: 20_000 }), texts);
  expect(inPart.paidWith).toBe('Paid with Vipps');
  expect(inPart.facts.slice(0, -2)).toEqual([
    ['Reserved', '49.00'],
    ['Captured', '200.00'],
  ]);
});

test.each([
  ['NOK', 'IKKE KVITTERING FOR KJØP'],
  ['DKK', null],
  ['SEK', null],
  ['EUR', null],
] as const)('a slip in %s is marked as the law of its country has it', (currency, mark) => {
  expect(receiptOf(paid({ amount: { value: 24_900, currency } }), texts).mark).toBe(mark);
});

test('at the top stands who sells, as far as it is known, and at which till', () => {
  const seller = { name: 'Kaffebaren', registration: 'Org.nr. 974 760 673', address: 'Storgata 1' };
  expect(headOf({ name: 'Till 1', seller })).toEqual({
    title: 'Kaffebaren',
    lines: ['Org.nr. 974 760 673', 'Storgata 1', 'Till 1'],
  });
  expect(headOf({ name: 'Till 1', seller: { ...seller, name: null, address: null } })).toEqual({
    title: 'Till 1',
    lines: ['Org.nr. 974 760 673'],
  });
  expect(headOf({ name: 'Till 1', seller: null })).toEqual({ title: 'Till 1', lines: [] });
});

test('[P1] a payment that was released before its capture has no receipt', () => {
  expect(hasReceipt(paid({ capture: 'none', capturedAmount: 0, releasedAmount: 24_900 }))).toBe(false);
});

test('[P1] only what was paid has a receipt', () => {
  const others = (['presented', 'closing', 'cancelled', 'expired', 'failed'] as const).map((state) =>
    samplePayment({ state }),
  );
  expect(others.some(hasReceipt)).toBe(false);
  expect(hasReceipt(paid())).toBe(true);
});

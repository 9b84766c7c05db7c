import { describe, expect, test } from 'vitest';
import type { Line, PaymentView, TillView } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/cashier/all.ts';
import * as sv from '../../ui/texts/sv/cashier/all.ts';
import { hasSlip, refundSlip, type SlipTexts, saleSlip } from './slip.ts';

const line = (name: string, value: number, taxPercentage?: number): Line => ({
  name,
  quantity: 1,
  amount: { value, currency: 'NOK' },
  ...(taxPercentage === undefined ? {} : { taxPercentage }),
});
const seller = { name: 'Kaffebaren', registration: 'Org.nr. 974 760 673', address: 'Storgata 1' };
const textsAt = (till: Partial<TillView> = {}): SlipTexts => ({
  ...en,
  till: { name: 'Till 1', locale: 'en-NO', seller, environment: 'production', ...till },
  app: 'Vipps',
  locale: 'en-GB',
  money: (minor) => (minor / 100).toFixed(2),
  moment: (iso) => iso.slice(0, 10),
});
const paid = (given: Partial<PaymentView> = {}) =>
  samplePayment({
    state: 'approved',
    capture: 'captured',
    capturedAmount: 24_900,
    text: 'Two coffees',
    ...given,
  });
const saleOf = (given: Partial<PaymentView> = {}, till: Partial<TillView> = {}) =>
  saleSlip(paid(given), 'Kari', textsAt(till));
const rows = (facts: readonly { label: string; value: string }[]) =>
  facts.map(({ label, value }) => [label, value]);

test('a slip names the shop, what was bought, how it was paid, who sold where and when, and the reference', () => {
  const lines = [line('Latte', 9_800, 25), line('Bun', 15_100, 15)];
  const { sum, moved, facts, ...slip } = saleOf({ lines });
  expect(slip).toEqual({
    title: 'Payment confirmation',
    seller,
    heading: { rows: ['IKKE KVITTERING', 'FOR KJØP'], isNorwegian: true },
    about: null,
    lines,
    end: ['The receipt for the purchase is given at the till.'],
  });
  expect(sum).toEqual({ label: 'Paid with Vipps', value: '249.00', kind: 'money' });
  expect(rows(moved)).toEqual([
    ['Of which 25% VAT', '19.60'],
    ['Of which 15% VAT', '19.70'],
  ]);
  expect(facts).toEqual([
    { label: 'Date', value: '2026-05-04', kind: 'whole' },
    { label: 'Place', value: 'Till 1', kind: 'words' },
    { label: 'Served by', value: 'Kari', kind: 'words' },
    { label: 'Reference at Vipps', value: 'till-1-abc', kind: 'reference' },
  ]);
});

test('the tax of what is brought back is taken off, and what was free or rounded has none', () => {
  const lines = [
    line('Latte', 30_040, 25),
    { ...line('Mug', -5_100, 25), isReturn: true },
    line('Biscuit', 0),
    line('Rounding', -40),
  ];
  expect(saleOf({ lines }).lines).toEqual(lines);
  expect(rows(saleOf({ lines }).moved)).toEqual([['Of which 25% VAT', '49.88']]);
});

test('without lines, the text stands for the goods', () => {
  const amount = { value: 24_900, currency: 'NOK' };
  expect(saleOf().lines).toEqual([{ name: 'Two coffees', quantity: 1, amount }]);
  expect(saleOf({ text: '' }).lines).toEqual([{ name: 'Total', quantity: 1, amount }]);
});

test('what is not known is left out: who sells is then the till, and nobody has served', () => {
  const { seller: top, facts } = saleSlip(paid(), null, textsAt({ seller: null }));
  expect(top).toEqual({ name: 'Till 1', address: null, registration: null });
  expect(facts.map(({ label }) => label)).toEqual(['Date', 'Reference at Vipps']);
});

describe('[P1] what became of the money', () => {
  const of = (given: Partial<PaymentView>) => {
    const { sum, moved } = saleOf(given);
    return rows([sum, ...moved]);
  };

  test('reserved is not paid', () => {
    expect(of({ capture: 'none', capturedAmount: 0 })).toEqual([
      ['Reserved with Vipps, not charged yet', '249.00'],
    ]);
  });

  test('in part captured, in part reserved or released, is told in its parts', () => {
    expect(of({ capturedAmount: 20_000 })).toEqual([
      ['Total', '249.00'],
      ['Paid with Vipps', '200.00'],
      ['Reserved with Vipps, not charged yet', '49.00'],
    ]);
    expect(of({ capturedAmount: 20_000, releasedAmount: 4_900 })).toEqual([
      ['Total', '249.00'],
      ['Paid with Vipps', '200.00'],
      ['Released', '49.00'],
    ]);
  });

  test('what has been refunded since stands below', () => {
    expect(of({ refundedAmount: 1_000 })).toEqual([
      ['Paid with Vipps', '249.00'],
      ['Refunded', '10.00'],
    ]);
  });
});

test('a refund has a slip of its own, with who made it when, and the sale that it is of', () => {
  const refund = { amountMinor: 4_900, at: '2026-05-06T12:00:00Z', by: 'Ola' };
  const { lines, sum, facts, ...slip } = refundSlip(paid({ refundedAmount: 4_900 }), refund, textsAt());
  expect(slip).toMatchObject({
    title: 'Confirmation of refund',
    about: 'Confirmation of refund',
    heading: { isNorwegian: true },
    moved: [],
    end: ['The money is on its way back. Your bank may take a few days to show it.'],
  });
  expect([lines, sum]).toEqual([[], { label: 'Refunded with Vipps', value: '-49.00', kind: 'money' }]);
  expect(rows(facts)).toEqual([
    ['Date', '2026-05-06'],
    ['Place', 'Till 1'],
    ['Served by', 'Ola'],
    ['Original sale', '2026-05-04'],
    ['Paid then', '249.00'],
    ['Reference at Vipps', 'till-1-abc'],
  ]);
});

test.each([
  ['NOK', 'nb-NO', true],
  ['NOK', 'en-DK', true],
  ['EUR', 'en-NO', true],
  ['NOK', 'en', true],
  ['DKK', 'da-DK', false],
  ['SEK', 'sv-SE', false],
  ['EUR', 'fi-FI', false],
  ['EUR', 'sv-FI', false],
] as const)('in %s at a till of %s, a slip says that it is no receipt: %s', (currency, locale, isMarked) => {
  const { heading, end } = saleOf({ amount: { value: 24_900, currency } }, { locale });
  expect(heading).toEqual({
    rows: isMarked ? ['IKKE KVITTERING', 'FOR KJØP'] : ['Payment confirmation'],
    isNorwegian: isMarked,
  });
  expect(end).toHaveLength(isMarked ? 1 : 0);
});

test('a refund is headed as one where no law has other words', () => {
  const refund = { amountMinor: 100, at: '2026-05-06T12:00:00Z', by: null };
  const amount = { value: 24_900, currency: 'SEK' } as const;
  const texts = { ...textsAt({ locale: 'sv-SE' }), ...sv };
  expect(refundSlip(paid({ amount }), refund, texts)).toMatchObject({
    title: 'Bekräftelse på återbetalning',
    heading: { rows: ['Bekräftelse på återbetalning'] },
    about: null,
  });
});

test('money that is not real is said not to be', () => {
  expect(saleOf({}, { environment: 'test' }).end).toContain('No real money: this is a test.');
});

test('[P1] only what is paid has a slip, and no payment that was released before its capture', () => {
  const others = (['presented', 'closing', 'cancelled', 'expired', 'failed'] as const).map((state) =>
    samplePayment({ state }),
  );
  expect(others.some(hasSlip)).toBe(false);
  expect(hasSlip(paid())).toBe(true);
  expect(hasSlip(paid({ capture: 'none', capturedAmount: 0, releasedAmount: 24_900 }))).toBe(false);
});

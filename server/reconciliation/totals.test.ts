import { describe, expect, test } from 'vitest';
import type { Payment } from '../payments/types.ts';
import type { DoneRefund } from '../store/store.ts';
import { aPayment } from '../testing/payments.ts';
import { till } from '../testing/till.ts';
import { anAgreement } from '../testing/vipps.ts';
import { grandTotals, totalsByTill } from './totals.ts';

const two = { ...till, id: '2', name: 'Till 2' };
const sale = (amount: number, bent: Partial<Payment> = {}) =>
  aPayment({
    state: 'approved',
    capture: 'captured',
    amount: { value: amount, currency: 'NOK' },
    reservedAmount: amount,
    capturedAmount: amount,
    ...bent,
  });
const refund = (amount: number, bent: Partial<DoneRefund> = {}): DoneRefund => ({
  reference: 'r',
  till: '1',
  currency: 'NOK',
  amount,
  createdAtMs: 0,
  ...bent,
});
const zero = { sales: 0, salesAmount: 0, reservedAmount: 0, refundsAmount: 0, netAmount: 0 };

describe('the totals of a day', () => {
  test('[P9] add up sales and refunds by till, in minor units', () => {
    const payments = [sale(24_900), sale(1), sale(5_000, { till: '2' })];
    const refunds = [refund(900), refund(100), refund(1, { till: '2' })];
    expect(totalsByTill({ payments, refunds }, [till, two])).toEqual([
      {
        till: '1',
        currency: 'NOK',
        sales: 2,
        salesAmount: 24_901,
        reservedAmount: 0,
        refundsAmount: 1_000,
        netAmount: 23_901,
      },
      {
        till: '2',
        currency: 'NOK',
        sales: 1,
        salesAmount: 5_000,
        reservedAmount: 0,
        refundsAmount: 1,
        netAmount: 4_999,
      },
    ]);
  });

  test('count what is reserved apart from what is captured', () => {
    const payments = [
      sale(10_000, { capture: 'none', capturedAmount: 0 }),
      sale(9_000, { capturedAmount: 4_000 }),
      sale(700, { capture: 'pending', capturedAmount: 0 }),
    ];
    const [row] = totalsByTill({ payments, refunds: [] }, [till]);
    expect(row).toMatchObject({ sales: 3, salesAmount: 4_000, reservedAmount: 15_700, netAmount: 4_000 });
  });

  test('have neither what was released, nor agreements with nothing to pay', () => {
    const free = { agreement: { ...anAgreement(), stop: 'none' }, capture: 'none' } as const;
    const payments = [sale(9_000, { capturedAmount: 4_000, releasedAmount: 5_000 }), sale(0, free)];
    const [row] = totalsByTill({ payments, refunds: [] }, [till]);
    expect(row).toMatchObject({ sales: 1, salesAmount: 4_000, reservedAmount: 0, netAmount: 4_000 });
  });

  test('have nothing of payments that came to nothing, or are still open', () => {
    const states = ['started', 'presented', 'scanned', 'closing', 'cancelled', 'expired', 'failed'] as const;
    const payments = states.map((state) => aPayment({ state, reservedAmount: 100 }));
    expect(totalsByTill({ payments, refunds: [] }, [till])).toEqual([
      { till: '1', currency: 'NOK', ...zero },
    ]);
  });

  test('go negative on a day when only earlier sales were refunded', () => {
    const [row] = totalsByTill({ payments: [], refunds: [refund(24_900)] }, [till]);
    expect(row).toMatchObject({ ...zero, refundsAmount: 24_900, netAmount: -24_900 });
  });

  test('[P3] have late money on both sides, and not among the sales', () => {
    const late = sale(500, { state: 'cancelled', refundedAmount: 500 });
    const [row] = totalsByTill({ payments: [late], refunds: [refund(500)] }, [till]);
    expect(row).toMatchObject({ sales: 0, salesAmount: 500, refundsAmount: 500, netAmount: 0 });
  });

  test('have a row for every till of the shop in its order, then for tills that are gone', () => {
    const payments = [sale(100, { till: 'z' }), sale(100, { till: 'a' })];
    const rows = totalsByTill({ payments, refunds: [refund(1, { till: 'b' })] }, [two, till]);
    expect(rows.map((row) => row.till)).toEqual(['2', '1', 'a', 'b', 'z']);
  });

  test('never add one currency to another', () => {
    const inKroner = sale(100, { amount: { value: 100, currency: 'DKK' } });
    const rows = totalsByTill({ payments: [inKroner, sale(50)], refunds: [] }, [till, two]);
    expect(rows.map(({ till: id, currency, netAmount }) => [id, currency, netAmount])).toEqual([
      ['1', 'NOK', 50],
      ['2', 'NOK', 0],
      ['1', 'DKK', 100],
    ]);
    expect(grandTotals(rows)).toEqual([
      { ...zero, currency: 'NOK', sales: 1, salesAmount: 50, netAmount: 50 },
      { ...zero, currency: 'DKK', sales: 1, salesAmount: 100, netAmount: 100 },
    ]);
  });
});

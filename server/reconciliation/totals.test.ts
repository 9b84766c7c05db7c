import { describe, expect, test } from 'vitest';
import type { Movement } from '../payments/payment/types.ts';
import { till } from '../testing/till.ts';
import { type Books, grandTotals, totalsByTill } from './totals.ts';

const two = { ...till, id: '2', name: 'Till 2' };
const row = { till: '1', currency: 'NOK' } as const;
const moved = (kind: Movement['kind'], amount: number, at: Partial<Books['movements'][number]> = {}) => ({
  ...row,
  kind,
  amount,
  ...at,
});
const books = (...movements: Books['movements'][number][]): Books => ({ movements, reserved: [] });
const zero = {
  sales: 0,
  salesAmount: 0,
  refundsAmount: 0,
  releasedAmount: 0,
  netAmount: 0,
  reservedAmount: 0,
};

describe('the totals of a day', () => {
  test('[P9] add up captures and refunds by till, in minor units', () => {
    const all = [
      moved('approved', 24_900),
      moved('captured', 24_900),
      moved('approved', 1),
      moved('captured', 1),
      moved('captured', 5_000, { till: '2' }),
      moved('refunded', 900),
      moved('refunded', 100),
      moved('refunded', 1, { till: '2' }),
    ];
    expect(totalsByTill(books(...all), [till, two])).toEqual([
      { ...zero, ...row, sales: 2, salesAmount: 24_901, refundsAmount: 1_000, netAmount: 23_901 },
      { ...zero, ...row, till: '2', salesAmount: 5_000, refundsAmount: 1, netAmount: 4_999 },
    ]);
  });

  test('have what is reserved apart, and what was released without taking it from anything', () => {
    const day = { ...books(moved('released', 700)), reserved: [{ ...row, amount: 15_700 }] };
    expect(totalsByTill(day, [till])).toEqual([
      { ...zero, ...row, releasedAmount: 700, reservedAmount: 15_700 },
    ]);
  });

  test('take from what is held now what was reserved since, and add what was captured', () => {
    const reserved = [15_700, 4_000, -9_000].map((amount) => ({ ...row, amount }));
    expect(totalsByTill({ movements: [], reserved }, [till])).toMatchObject([{ reservedAmount: 10_700 }]);
  });

  test('do not call an agreement with nothing to pay a sale', () => {
    expect(totalsByTill(books(moved('approved', 0)), [till])).toEqual([{ ...zero, ...row }]);
  });

  test('go negative on a day when only earlier sales were refunded', () => {
    const [first] = totalsByTill(books(moved('refunded', 24_900)), [till]);
    expect(first).toMatchObject({ refundsAmount: 24_900, netAmount: -24_900 });
  });

  test('[P3] have late money on both sides, and not among the sales', () => {
    const [first] = totalsByTill(books(moved('captured', 500), moved('refunded', 500)), [till]);
    expect(first).toMatchObject({ sales: 0, salesAmount: 500, refundsAmount: 500, netAmount: 0 });
  });

  test('have a row for every till of the shop in its order, then for tills that are gone', () => {
    const all = ['z', 'a', 'b'].map((id) => moved('captured', 100, { till: id }));
    const rows = totalsByTill(books(...all), [two, till]);
    expect(rows.map(({ till: id }) => id)).toEqual(['2', '1', 'a', 'b', 'z']);
  });

  test('never add one currency to another', () => {
    const rows = totalsByTill(books(moved('captured', 100, { currency: 'DKK' }), moved('captured', 50)), [
      till,
      two,
    ]);
    expect(rows.map(({ till: id, currency, netAmount }) => [id, currency, netAmount])).toEqual([
      ['1', 'NOK', 50],
      ['2', 'NOK', 0],
      ['1', 'DKK', 100],
    ]);
    expect(grandTotals(rows)).toEqual([
      { ...zero, currency: 'NOK', salesAmount: 50, netAmount: 50 },
      { ...zero, currency: 'DKK', salesAmount: 100, netAmount: 100 },
    ]);
  });
});

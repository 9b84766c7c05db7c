// The sums of a period, by the shop's own days and clock.
import { describe, expect, test } from 'vitest';
import type { MovementSum } from '../store/books.ts';
import { datesOf, salesReports, spanOf } from './sales-report.ts';

const oslo = { timeZone: 'Europe/Oslo', dayEndsAt: 0 };
const tills = [
  { id: '2', name: 'Bar', currency: 'NOK' as const },
  { id: '1', name: 'Door', currency: 'NOK' as const },
];
const kari = { kind: 'staff', name: 'Kari' } as const;
const pos = { kind: 'key', name: 'Kari' } as const;

const sum = (at: string, kind: MovementSum['kind'], amount: number, bent: Partial<MovementSum> = {}) => ({
  till: '1',
  currency: 'NOK' as const,
  kind,
  soldBy: kari,
  atMs: Date.parse(at),
  count: 1,
  amount,
  ...bent,
});
const report = (period: { from: string; to: string }, sums: MovementSum[], day = oslo) => {
  const [first] = salesReports(period, sums, day, tills);
  if (first === undefined) throw new Error('a shop with tills has a report');
  return first;
};

describe('a report', () => {
  const week = { from: '2026-11-23', to: '2026-11-29' };

  test('has all days, hours and weekdays, also those on which nothing was sold', () => {
    const { total, days, hours, weekdays, tills: none, people } = report(week, []);
    expect(total).toEqual({ sales: 0, salesAmount: 0, refundsAmount: 0, netAmount: 0 });
    expect(days.map(({ date }) => date)).toEqual(datesOf(week));
    expect([hours.length, weekdays.map(({ weekday }) => weekday)]).toEqual([24, [1, 2, 3, 4, 5, 6, 7]]);
    expect([none, people]).toEqual([[], []]);
  });

  test('sums up what was sold and refunded, each where it happened', () => {
    const found = report(week, [
      sum('2026-11-23T12:15:00Z', 'approved', 30_000, { count: 2 }),
      sum('2026-11-23T12:15:00Z', 'captured', 30_000),
      sum('2026-11-24T08:00:00Z', 'captured', 9_900, { till: '2', soldBy: pos }),
      sum('2026-11-29T22:45:00Z', 'refunded', 4_900),
      // What is held or let go is nobody's sale.
      sum('2026-11-25T08:00:00Z', 'reserved', 5_000),
      sum('2026-11-25T08:00:00Z', 'released', 5_000),
    ]);
    expect(found.total).toEqual({ sales: 2, salesAmount: 39_900, refundsAmount: 4_900, netAmount: 35_000 });
    const sold = (rows: readonly { salesAmount: number; refundsAmount: number }[]) =>
      rows.map(({ salesAmount, refundsAmount }) => salesAmount - refundsAmount);
    expect(sold(found.days)).toEqual([30_000, 9_900, 0, 0, 0, 0, -4_900]);
    expect(sold(found.weekdays)).toEqual([30_000, 9_900, 0, 0, 0, 0, -4_900]);
    expect(found.hours.filter(({ netAmount }) => netAmount !== 0).map(({ hour }) => hour)).toEqual([
      9, 13, 23,
    ]);
    expect(found.tills.map(({ name, netAmount }) => [name, netAmount])).toEqual([
      ['Bar', 9_900],
      ['Door', 25_100],
    ]);
  });

  test('tells people from programs of the same name, the most first', () => {
    const { people } = report(week, [
      sum('2026-11-23T12:00:00Z', 'captured', 100),
      sum('2026-11-23T12:00:00Z', 'captured', 200, { soldBy: pos }),
      sum('2026-11-23T12:00:00Z', 'captured', 50, { soldBy: null }),
    ]);
    expect(people.map(({ by, salesAmount }) => [by, salesAmount])).toEqual([
      [pos, 200],
      [kari, 100],
      [null, 50],
    ]);
  });

  test('counts a bar’s night to the evening on which it began', () => {
    const bar = { ...oslo, dayEndsAt: 4 };
    const { days } = report(week, [sum('2026-11-29T02:45:00Z', 'captured', 100)], bar);
    expect(days.find(({ salesAmount }) => salesAmount > 0)?.date).toBe('2026-11-28');
  });

  test('has the hour that is there twice once, when the clocks are put back', () => {
    const autumn = { from: '2026-10-25', to: '2026-10-25' };
    expect(spanOf(autumn, oslo)).toEqual({
      fromMs: Date.parse('2026-10-24T22:00:00Z'),
      toMs: Date.parse('2026-10-25T23:00:00Z'),
    });
    const { hours } = report(autumn, [
      sum('2026-10-25T00:30:00Z', 'captured', 100),
      sum('2026-10-25T01:30:00Z', 'captured', 200),
    ]);
    expect(hours[2]).toMatchObject({ hour: 2, salesAmount: 300 });
  });

  test('is one for each currency', () => {
    const sums = [sum('2026-11-23T12:00:00Z', 'captured', 100, { currency: 'EUR' })];
    const found = salesReports(week, sums, oslo, tills).map(({ currency, total }) => [
      currency,
      total.netAmount,
    ]);
    expect(found).toEqual([
      ['NOK', 0],
      ['EUR', 100],
    ]);
  });
});

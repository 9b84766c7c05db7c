import { expect, test } from 'vitest';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import { busiestOf, hourOf, hourText, salesByHour, widened } from './hours.ts';

const oslo = { timeZone: 'Europe/Oslo', dayEndsAt: 0 };
const bar = { ...oslo, dayEndsAt: 4 };
const sold = (createdAt: string, value = 1_000, given: Partial<PaymentView> = {}) =>
  samplePayment({ state: 'approved', createdAt, amount: { value, currency: 'NOK' }, ...given });

test.each([
  ['2026-05-04T10:00:00Z', oslo, 12],
  ['2026-01-04T10:59:59Z', oslo, 11],
  ['2026-05-04T22:30:00Z', oslo, 0],
  ['2026-05-04T22:30:00Z', bar, 24],
  ['2026-05-05T01:59:59Z', bar, 27],
  ['2026-05-05T02:00:00Z', bar, 4],
  ['2026-05-04T10:00:00Z', { ...oslo, timeZone: 'Europe/Helsinki' }, 13],
])('%s by %o is hour %i', (iso, day, hour) => {
  expect(hourOf(iso, day)).toBe(hour);
});

test('where a day ends after midnight, its last hours come after 23', () => {
  const night = [sold('2026-05-04T22:30:00Z', 500), sold('2026-05-04T20:30:00Z', 250)];
  expect(salesByHour(night, bar).map(({ hour, amountMinor }) => [hourText(hour), amountMinor])).toEqual([
    ['22:00', 250],
    ['23:00', 0],
    ['24:00', 500],
  ]);
  const wide = widened(salesByHour(night, bar), 8, bar.dayEndsAt);
  expect([wide[0]?.hour, wide.at(-1)?.hour]).toEqual([20, 27]);
});

test('sales are counted and summed by the hour of the till, and quiet hours in between are there', () => {
  const day = [
    sold('2026-05-04T08:05:00Z'),
    sold('2026-05-04T10:59:59Z', 500),
    sold('2026-05-04T08:59:00Z', 250),
  ];
  expect(salesByHour(day, oslo)).toEqual([
    { hour: 10, count: 2, amountMinor: 1_250 },
    { hour: 11, count: 0, amountMinor: 0 },
    { hour: 12, count: 1, amountMinor: 500 },
  ]);
});

test('an unpaid payment is not counted, one that was refunded later is', () => {
  const ended = (['presented', 'closing', 'cancelled', 'expired', 'failed'] as const).map((state) =>
    sold('2026-05-04T08:00:00Z', 1_000, { state }),
  );
  expect(salesByHour(ended, oslo)).toEqual([]);
  const refunded = sold('2026-05-04T08:00:00Z', 1_000, { capturedAmount: 1_000, refundedAmount: 1_000 });
  expect(salesByHour([refunded], oslo)).toEqual([{ hour: 10, count: 1, amountMinor: 1_000 }]);
});

test('the busiest hour is the one in which most was sold', () => {
  const hours = salesByHour([sold('2026-05-04T08:00:00Z', 900), sold('2026-05-04T09:00:00Z', 950)], oslo);
  expect(busiestOf(hours)?.hour).toBe(11);
  expect(busiestOf([])).toBeNull();
});

test.each([
  ['2026-05-04T07:00:00Z', 9, 16],
  ['2026-05-04T20:00:00Z', 16, 23],
])('a chart of a day with one sale at %s goes from %i to %i', (iso, first, last) => {
  const wide = widened(salesByHour([sold(iso)], oslo), 8, 0);
  expect([wide[0]?.hour, wide.at(-1)?.hour, wide.length]).toEqual([first, last, 8]);
  expect(wide.reduce((count, one) => count + one.count, 0)).toBe(1);
});

test('a day that is long enough stays as it is', () => {
  const hours = salesByHour([sold('2026-05-04T06:00:00Z'), sold('2026-05-04T18:00:00Z')], oslo);
  expect(widened(hours, 8, 0)).toEqual(hours);
});

test('an hour is written as on a clock', () => {
  expect([0, 9, 23, 24, 25].map(hourText)).toEqual(['00:00', '09:00', '23:00', '24:00', '01:00']);
});

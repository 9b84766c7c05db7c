import { expect, test } from 'vitest';
import { states } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import { deadlinesOf, nextDeadlineMs } from './deadlines.ts';

// The sample's QR and payment both run out at 10:10:00.
const tenSharp = 'Mon, 04 May 2026 10:00:00 GMT';
const payment = samplePayment();
const known = deadlinesOf(payment, tenSharp, 5000, null);

test('deadlines are how far they were from the Date of the answer, counted on the monotonic clock', () => {
  // A Date header says 10:00:00 until 10:00:01: half a second off at most, either way.
  expect(known).toEqual({ reference: payment.reference, scanMs: 604_500, approveMs: 604_500 });
});

test('scanning and approving have deadlines of their own', () => {
  const qr = { href: '/qr', expiresAt: '2026-05-04T10:05:00Z' };
  const deadlines = deadlinesOf(samplePayment({ qr }), tenSharp, 5000, null);
  expect(deadlines).toMatchObject({ scanMs: 304_500, approveMs: 604_500 });
});

test('the whole seconds of Date, and answers that take a while, do not make the countdown jump', () => {
  for (let afterMs = 1; afterMs < 60_000; afterMs += 777) {
    const date = new Date(Date.parse(tenSharp) + afterMs).toUTCString();
    expect(deadlinesOf(payment, date, 5000 + afterMs, known)).toEqual(known);
  }
});

test('a deadline that the server rounds up once and down another time does not make the countdown jump', () => {
  for (const expiresAt of ['2026-05-04T10:09:59Z', '2026-05-04T10:10:01Z']) {
    const rounded = samplePayment({ expiresAt, qr: { href: '/qr', expiresAt } });
    expect(deadlinesOf(rounded, tenSharp, 5999, known)).toEqual(known);
  }
});

test('a deadline that the server has moved is taken over', () => {
  const later = samplePayment({ expiresAt: '2026-05-04T10:12:00Z' });
  expect(deadlinesOf(later, tenSharp, 5000, known)).toMatchObject({ scanMs: 604_500, approveMs: 724_500 });
});

test('[P1] the deadlines of one payment are not used for the next', () => {
  const next = samplePayment({ reference: 'next', expiresAt: '2026-05-04T10:10:01Z' });
  expect(deadlinesOf(next, tenSharp, 5000, known)?.approveMs).toBe(605_500);
  expect(nextDeadlineMs(next, known)).toBeNull();
});

test('without a readable Date the deadlines stay as they were', () => {
  expect(deadlinesOf(payment, null, 5000, null)).toBeNull();
  expect(deadlinesOf(payment, 'soon', 5000, known)).toBe(known);
  expect(deadlinesOf(samplePayment({ reference: 'next' }), null, 5000, known)).toBeNull();
  expect(nextDeadlineMs(payment, null)).toBeNull();
});

test('time is counted only while the customer can still do something: to scan, then to approve', () => {
  const deadlines = { reference: payment.reference, scanMs: 1000, approveMs: 2000 };
  const next = states.map((state) => [state, nextDeadlineMs(samplePayment({ state }), deadlines)]);
  expect(next.filter(([, untilMs]) => untilMs !== null)).toEqual([
    ['presented', 1000],
    ['scanned', 2000],
  ]);
  expect(nextDeadlineMs(payment, { ...deadlines, scanMs: null })).toBe(2000);
});

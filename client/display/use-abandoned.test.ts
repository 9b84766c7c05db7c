import { expect, test } from 'vitest';
import { samplePayment } from '../testing/sample-payment.ts';
import { abandonedAtMs } from './use-abandoned.ts';

const payment = samplePayment();
const deadlines = { reference: payment.reference, scanMs: 100_000, approveMs: 200_000 };

test('[P1] without a server a code leaves the screen soon after its time, never before', () => {
  expect(abandonedAtMs(payment, deadlines, 50_000)).toBe(105_000);
  expect(abandonedAtMs({ ...payment, state: 'scanned' }, deadlines, 50_000)).toBe(205_000);
});

test('a short outage just after the end of its time does not take it away at once', () => {
  expect(abandonedAtMs(payment, deadlines, 150_000)).toBe(155_000);
});

test('a payment without a deadline leaves the screen a minute after the server went away', () => {
  for (const state of ['started', 'closing'] as const) {
    expect(abandonedAtMs({ ...payment, state }, deadlines, 50_000)).toBe(110_000);
  }
  expect(abandonedAtMs(payment, null, 50_000)).toBe(110_000);
});

test('a result is left to use-result, which ends it', () => {
  expect(abandonedAtMs({ ...payment, state: 'approved' }, deadlines, 50_000)).toBeNull();
});

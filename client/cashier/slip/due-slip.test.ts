import { describe, expect, test } from 'vitest';
import { samplePayment } from '../../testing/sample-payment.ts';
import { msToSlip } from './due-slip.ts';

describe('the slip of a sale', () => {
  test('[P1] is printed only once Vipps has shown the money', () => {
    for (const state of ['started', 'presented', 'scanned', 'closing', 'cancelled', 'expired'] as const) {
      expect(msToSlip(samplePayment({ state })), state).toBeNull();
    }
  });

  test('says what was captured, and waits a moment for it', () => {
    const captured = { state: 'approved', capture: 'captured', capturedAmount: 24_900 } as const;
    expect(msToSlip(samplePayment(captured))).toBe(0);
    expect(msToSlip(samplePayment({ state: 'approved', capture: 'pending' }))).toBe(5_000);
  });

  test('is printed at once where staff capture later', () => {
    expect(msToSlip(samplePayment({ state: 'approved', capture: 'none' }))).toBe(0);
  });

  test('[P1] is not printed once all of it went back', () => {
    const released = { state: 'approved', capture: 'none', releasedAmount: 24_900 } as const;
    expect(msToSlip(samplePayment(released))).toBeNull();
  });
});

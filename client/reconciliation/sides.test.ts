import { describe, expect, test } from 'vitest';
import type { PaymentView } from '../../server/contract/payments.ts';
import { type Difference, differenceCodes, type Shown } from '../../server/contract/reconciliation.ts';
import { sampleCheck, sampleShown, sampleTexts } from '../testing/sample-check.ts';
import { differenceText, hereText, thereText } from './sides.ts';

const here = (payment: Partial<PaymentView>) => hereText(sampleCheck({}, payment).payment, sampleTexts);
const there = (vipps: Partial<Shown>) => thereText(sampleCheck({ vipps: sampleShown(vipps) }), sampleTexts);
const nothing = { reservedAmount: 0, capturedAmount: 0 };

describe('what this shop recorded', () => {
  const cases: [Partial<PaymentView>, string][] = [
    [{}, 'Captured 249 kr'],
    [{ refundedAmount: 900 }, 'Captured 249 kr, refunded 9 kr'],
    [{ capturedAmount: 10_000 }, 'Captured 100 kr'],
    [{ capture: 'none', capturedAmount: 0 }, 'Reserved 249 kr'],
    [{ capture: 'pending', capturedAmount: 0 }, 'Capturing 249 kr'],
    [{ capture: 'failed', capturedAmount: 0 }, 'Reserved 249 kr, capture refused'],
    [{ capture: 'none', capturedAmount: 0, releasedAmount: 24_900 }, 'Released 249 kr'],
    [{ capture: 'none', capturedAmount: 0, amount: { value: 0, currency: 'NOK' } }, 'Nothing reserved'],
    [{ state: 'cancelled', capturedAmount: 0, endedBy: 'staff' }, 'Cancelled'],
    [{ state: 'cancelled', capturedAmount: 0, endedBy: 'customer' }, 'Cancelled by customer'],
    [{ state: 'cancelled', refundedAmount: 24_900 }, 'Captured 249 kr, refunded 249 kr'],
    [{ state: 'expired', capturedAmount: 0 }, 'Time ran out'],
    [{ state: 'failed', capturedAmount: 0 }, 'Could not start'],
    [{ state: 'scanned', capturedAmount: 0 }, 'Still open'],
    [{ state: 'closing', capturedAmount: 0 }, 'Still open'],
  ];
  test.each(cases)('%j reads "%s"', (payment, text) => {
    expect(here(payment)).toBe(text);
  });
});

describe('what Vipps shows', () => {
  const cases: [Partial<Shown>, string][] = [
    [{}, 'Captured 249 kr'],
    [{ refundedAmount: 24_900 }, 'Captured 249 kr, refunded 249 kr'],
    [{ capturedAmount: 0 }, 'Reserved 249 kr'],
    [{ capturedAmount: 0, cancelled: true }, 'Cancelled'],
    [nothing, 'Nothing reserved'],
    [{ ...nothing, known: false }, 'Not known'],
    [{ capturedAmount: 10_000, cancelled: true }, 'Captured 100 kr'],
  ];
  test.each(cases)('%j reads "%s"', (vipps, text) => {
    expect(there(vipps)).toBe(text);
  });

  test('a payment that was released here is not called cancelled at Vipps', () => {
    const vipps = sampleShown({ capturedAmount: 0, cancelled: true });
    const payment = { capture: 'none', capturedAmount: 0, releasedAmount: 24_900 } as const;
    expect(thereText(sampleCheck({ vipps }, payment), sampleTexts)).toBe('Released 249 kr');
  });

  test('[P1] without an answer of Vipps nothing is said of the payment there', () => {
    const unchecked = (code: 'vipps_unavailable' | 'not_asked') =>
      sampleCheck({ outcome: 'not_checked', vipps: null, unchecked: { code, message: '' } });
    expect(thereText(unchecked('vipps_unavailable'), sampleTexts)).toBe('No answer');
    expect(thereText(unchecked('not_asked'), sampleTexts)).toBe('Not asked');
    expect(thereText(sampleCheck({ outcome: 'open', vipps: null }), sampleTexts)).toBe('Not asked');
  });
});

describe('a difference', () => {
  const said = (code: Difference['code'], vipps: Partial<Shown>, payment: Partial<PaymentView> = {}) =>
    differenceText(sampleCheck({ vipps: sampleShown(vipps) }, payment), code, sampleTexts);

  test('names how much more was done on which side', () => {
    expect(said('refunded_differs', { refundedAmount: 900 })).toMatch(/^9 kr more was refunded at Vipps/);
    expect(said('refunded_differs', {}, { refundedAmount: 900 })).toMatch(/^9 kr was refunded here, but/);
    expect(said('captured_differs', { capturedAmount: 4_900 })).toMatch(/^200 kr was captured here, but/);
    expect(said('captured_differs', {}, { capturedAmount: 0 })).toMatch(/^249 kr more was captured at Vipps/);
    expect(said('not_captured', { capturedAmount: 4_900 })).toMatch(/^200 kr is reserved but not captured/);
  });

  test('[P3] names late money that is still held or kept, and who gives it back', () => {
    expect(said('late_money', { capturedAmount: 0 })).toMatch(/249 kr.*automatically/);
    expect(said('late_money', { refundedAmount: 900 })).toMatch(/240 kr.*automatically/);
    expect(said('late_money_kept', {})).toMatch(/249 kr.*at portal\.vippsmobilepay\.com/);
    expect(said('late_money_kept', { capturedAmount: 9_000, refundedAmount: 9_000 })).toMatch(/159 kr/);
  });

  test.each(differenceCodes.map((code) => [code]))(
    'is a whole sentence that names the wallet: %s',
    (code) => {
      const text = differenceText(sampleCheck(), code, { ...sampleTexts, app: 'MobilePay' });
      expect(text).toMatch(/^[A-Z\d].*\.$/);
      expect(text).not.toContain('Vipps');
    },
  );
});

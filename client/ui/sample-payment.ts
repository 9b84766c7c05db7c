import type { PaymentView } from '../../server/contract.ts';

/** A payment as the server shows it, for tests; presented unless told otherwise. */
export function samplePayment(given: Partial<PaymentView> = {}): PaymentView {
  return {
    reference: 'till-1-abc',
    till: '1',
    api: 'ecom',
    state: 'presented',
    amount: { value: 24_900, currency: 'NOK' },
    text: '',
    lines: [],
    qr: { href: '/api/payments/till-1-abc/qr', expiresAt: '2026-05-04T10:10:00Z' },
    expiresAt: '2026-05-04T10:10:00Z',
    capture: 'none',
    capturedAmount: 0,
    refundedAmount: 0,
    endedBy: null,
    problem: null,
    createdAt: '2026-05-04T10:00:00Z',
    updatedAt: '2026-05-04T10:00:00Z',
    version: 1,
    ...given,
  };
}

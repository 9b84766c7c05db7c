import type { AgreementView, PaymentView } from '../../server/contract/payments.ts';

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
    captureBy: null,
    capturedAmount: 0,
    refundedAmount: 0,
    releasedAmount: 0,
    agreement: null,
    endedBy: null,
    problem: null,
    createdAt: '2026-05-04T10:00:00Z',
    updatedAt: '2026-05-04T10:00:00Z',
    version: 1,
    ...given,
  };
}

/** An agreement that waits for the customer, for tests, unless told otherwise. */
export function sampleAgreement(given: Partial<AgreementView> = {}): AgreementView {
  return {
    id: null,
    status: 'pending',
    product: { name: 'Coffee club' },
    pricing: { amount: { value: 9_900, currency: 'NOK' } },
    interval: { unit: 'MONTH', count: 1 },
    ...given,
  };
}

/** A payment that signs a subscriber up, for tests; without a first payment unless `amount` says so. */
export function sampleSignUp(
  given: Partial<PaymentView> = {},
  agreement: Partial<AgreementView> = {},
): PaymentView {
  const amount = given.amount ?? { value: 0, currency: 'NOK' };
  const first = amount.value > 0 ? { initialCharge: { amount, description: 'Joining fee' } } : {};
  const made = sampleAgreement({ ...first, ...agreement });
  return samplePayment({ api: 'recurring', text: made.product.name, amount, agreement: made, ...given });
}

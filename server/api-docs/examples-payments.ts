import * as contract from '../contract/payments.ts';
import { type Example, example } from './example.ts';

const amount = { value: 24_900, currency: 'NOK' } as const;
const line = { name: 'Pizza', quantity: 1, amount, taxPercentage: 15 };
const terms = {
  product: { name: 'Gym', description: 'All halls, all week' },
  pricing: { amount },
  interval: { unit: 'MONTH', count: 1 },
  initialCharge: { amount, description: 'First month' },
} as const;

/** A sale whose QR is on the display. */
export const payment: contract.PaymentView = {
  reference: 'kf7q2m9x4w',
  till: '1',
  api: 'epayment',
  state: 'presented',
  amount,
  text: 'Table 4',
  lines: [line],
  qr: { href: '/api/payments/kf7q2m9x4w/qr', expiresAt: '2026-11-23T12:10:00.000Z' },
  expiresAt: '2026-11-23T12:10:00.000Z',
  capture: 'none',
  captureBy: null,
  capturedAmount: 0,
  refundedAmount: 0,
  releasedAmount: 0,
  agreement: null,
  endedBy: null,
  problem: null,
  createdAt: '2026-11-23T12:00:00.000Z',
  updatedAt: '2026-11-23T12:00:01.000Z',
  version: 2,
};

/** The same sale, paid. */
export const paid: contract.PaymentView = {
  ...payment,
  state: 'approved',
  qr: null,
  capture: 'captured',
  capturedAmount: amount.value,
  updatedAt: '2026-11-23T12:00:09.000Z',
  version: 5,
};

export const till: contract.TillView = {
  id: '1',
  name: 'Till 1',
  shop: 'oslo',
  subscriptions: false,
  currency: 'NOK',
  locale: 'nb-NO',
  brand: 'vipps',
  timeZone: 'Europe/Oslo',
  dayEndsAt: 0,
  logo: null,
  picture: null,
  environment: 'test',
  languages: ['nb', 'en'],
  idleText: { nb: 'Åpent til 18', en: 'Open until 6 p.m.' },
  printsSlip: false,
  seller: { name: 'Kaffebaren', registration: 'Org.nr. 974 760 673', address: 'Storgata 1, 0155 Oslo' },
};

const by = { kind: 'key', name: 'POS' } as const;
const approval = { name: 'Kari', pin: '48291637' };

export const paymentExamples: readonly Example[] = [
  example(contract.newPaymentSchema, { amount, text: 'Table 4', lines: [line] }),
  example(contract.newAgreementSchema, terms),
  example(contract.newProductSchema, terms),
  example(contract.captureSchema, { amount }),
  example(contract.refundSchema, { amount, reason: 'Cold', approval }),
  example(contract.releaseSchema, { approval }),
  example(contract.cancelSchema, {}),
  example(contract.paymentSchema, payment),
  example(contract.startedPaymentSchema, payment),
  example(contract.paymentListSchema, { payments: [paid], cursor: null }),
  example(contract.tillPaymentSchema, { till, payment, identify: false }),
  example(contract.historySchema, {
    events: [
      {
        at: payment.createdAt,
        name: 'created',
        event: 'created',
        state: 'started',
        version: 1,
        by,
        approvedBy: null,
        detail: {},
      },
    ],
    vippsIds: [{ at: paid.updatedAt, about: 'payment', id: '0d5fa6a8-8d4c-4a1c-9c0e-0a6f4f3b2f11' }],
  }),
  example(contract.productSchema, { id: '5f0b1d9e', ...terms }),
  example(contract.productListSchema, { products: [{ id: '5f0b1d9e', ...terms }] }),
];

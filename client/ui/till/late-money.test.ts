import { expect, test } from 'vitest';
import { type PaymentView, type Problem, states } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import { lateMoneyOf } from './late-money.ts';

const because = (code: Problem['code']) => ({ problem: { code, message: '' } });
const captured = { capturedAmount: 24_900 } as const;

test.each<[string, Partial<PaymentView>, ReturnType<typeof lateMoneyOf>]>([
  ['nothing turned up', {}, null],
  ['a reservation is being released', because('late_money'), { fate: 'returning', amountMinor: 24_900 }],
  ['a reservation was released', because('released'), { fate: 'released', amountMinor: 24_900 }],
  [
    'captured money is being refunded, a part of it is already',
    { ...captured, refundedAmount: 4_900, ...because('late_money') },
    { fate: 'returning', amountMinor: 20_000 },
  ],
  [
    'the refund is delayed',
    { ...captured, ...because('refund_delayed') },
    { fate: 'returning', amountMinor: 24_900 },
  ],
  [
    'captured money was refunded',
    { ...captured, refundedAmount: 24_900, ...because('late_refunded') },
    { fate: 'refunded', amountMinor: 24_900 },
  ],
  [
    'the refund was refused',
    { ...captured, ...because('refund_failed') },
    { fate: 'kept', amountMinor: 24_900 },
  ],
  [
    'staff have refunded a part by hand',
    { ...captured, refundedAmount: 4_900 },
    { fate: 'kept', amountMinor: 20_000 },
  ],
  [
    'staff have refunded all of it by hand',
    { ...captured, refundedAmount: 24_900 },
    { fate: 'refunded', amountMinor: 24_900 },
  ],
])('[P3] late money: %s', (_, given, expected) => {
  for (const state of ['cancelled', 'expired', 'failed'] as const) {
    expect(lateMoneyOf(samplePayment({ state, ...given }))).toEqual(expected);
  }
});

test('[P1] money on a payment that has not ended unpaid is not late', () => {
  const late = states.filter((state) =>
    lateMoneyOf(samplePayment({ state, ...captured, ...because('late_money') })),
  );
  expect(late).toEqual(['cancelled', 'expired', 'failed']);
});

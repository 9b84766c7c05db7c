import { expect, test } from 'vitest';
import { type PaymentView, type Problem, problemCodes, states } from '../../../server/contract/payments.ts';
import { cashierContext } from '../../testing/cashier-context.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/cashier/all.ts';
import {
  type Attention,
  attentionOf,
  attentionText,
  concernedMinor,
  isOpenMatter,
  offersRefund,
} from './attention.ts';

const { money } = cashierContext;
const because = (code: Problem['code']) => ({ problem: { code, message: '' } });
const captured = { capture: 'captured', capturedAmount: 24_900 } as const;
const late = { capturedAmount: 24_900 } as const;

type Row = [what: string, given: Partial<PaymentView>, reason: Attention, says: string, refund: boolean];
const approved: Row[] = [
  [
    'a refused capture',
    { capture: 'failed', ...because('capture_failed') },
    'capture_failed',
    'refused the capture',
    false,
  ],
  [
    'a sale that nobody captures',
    { ...because('capture_due'), captureBy: '2026-12-06T12:00:00Z' },
    'capture_due',
    'Capture or release it by 2026-12-06',
    false,
  ],
  [
    'a delayed capture',
    { capture: 'pending', ...because('capture_delayed') },
    'capture_delayed',
    'tried again automatically',
    false,
  ],
  [
    'a refused refund',
    { ...captured, ...because('refund_failed') },
    'refund_failed',
    'Refund it again',
    true,
  ],
  [
    'a delayed refund',
    { ...captured, ...because('refund_delayed') },
    'refund_delayed',
    'Do not repeat it',
    false,
  ],
  [
    'a refused release',
    { capture: 'none', ...because('release_failed') },
    'release_failed',
    'Release it again',
    false,
  ],
  [
    'a delayed release',
    { capture: 'none', ...because('release_delayed') },
    'release_delayed',
    'tried again automatically',
    false,
  ],
  [
    'paid late',
    { ...captured, ...because('paid_late') },
    'paid_late',
    'Refund it if the sale was not intended',
    true,
  ],
  [
    'paid late, not captured yet',
    { capture: 'pending', ...because('paid_late') },
    'paid_late',
    'paid twice',
    false,
  ],
];
const ended: Row[] = [
  [
    'late money on its way back',
    { ...late, ...because('late_money') },
    'returning',
    'is being given back',
    false,
  ],
  ['an order of another system', because('not_ours'), 'not_ours', 'whose order was left alone', false],
  ['a late reservation, released', because('released'), 'released', 'The reservation was released', false],
  [
    'late money, refunded',
    { ...late, refundedAmount: 24_900, ...because('late_refunded') },
    'refunded',
    'refunded in full',
    false,
  ],
  [
    'late money whose refund is delayed',
    { ...late, ...because('refund_delayed') },
    'refund_delayed',
    'tried again automatically',
    false,
  ],
  [
    'late money whose refund was refused',
    { ...late, ...because('refund_failed') },
    'kept',
    'could not be given back',
    true,
  ],
];
const rows = [
  ...approved.map(
    ([what, given, ...rest]) => [what, samplePayment({ state: 'approved', ...given }), ...rest] as const,
  ),
  ...ended.flatMap(([what, given, ...rest]) =>
    (['cancelled', 'expired', 'failed'] as const).map(
      (state) => [`${what}, ${state}`, samplePayment({ state, ...given }), ...rest] as const,
    ),
  ),
];

test.each(rows)('[P1] attention: %s', (_, payment, reason, says, refund) => {
  expect(attentionOf(payment)).toBe(reason);
  const text = attentionText(payment, reason, cashierContext);
  expect(text).toContain(says);
  expect(text).toContain('24900 minor');
  expect(offersRefund(payment)).toBe(refund);
});

test('each reason for attention is in the table above, or about an agreement, or about an order of unknown outcome', () => {
  const told = new Set([
    ...rows.map(([, , reason]) => reason),
    'stop_failed',
    'stop_delayed',
    'unknown_order',
  ]);
  expect([...told].sort()).toEqual(Object.keys(en.attention.to).sort());
});

test.each(['declined', 'vipps_unavailable', 'vipps_rejected', 'started_over'] as const)(
  '"%s" needs no attention, whatever the state',
  (code) => {
    const needy = states.filter((state) => attentionOf(samplePayment({ state, ...because(code) })));
    expect(needy).toEqual([]);
  },
);

test('while the customer can still pay, or the payment is being closed, only an order that Vipps does not know needs attention', () => {
  for (const state of ['started', 'presented', 'scanned', 'closing'] as const) {
    const needy = problemCodes.filter((code) => attentionOf(samplePayment({ state, ...because(code) })));
    expect(needy).toEqual(state === 'closing' ? ['unknown_order'] : []);
  }
  const unknown = samplePayment({ state: 'closing', ...because('unknown_order') });
  expect(attentionText(unknown, 'unknown_order', cashierContext)).toContain(
    'nobody knows whether the customer has paid',
  );
  expect(offersRefund(unknown)).toBe(false);
});

test('a payment that was refunded in full needs no attention any more', () => {
  for (const code of ['paid_late', 'refund_failed'] as const) {
    const payment = samplePayment({
      state: 'approved',
      ...captured,
      refundedAmount: 24_900,
      ...because(code),
    });
    expect(attentionOf(payment)).toBeNull();
    expect(attentionOf({ ...payment, refundedAmount: 24_899 })).toBe(code);
  }
});

test('a late payment that was released in full needs no attention any more', () => {
  const payment = samplePayment({ state: 'approved', ...because('paid_late') });
  expect(attentionOf(payment)).toBe('paid_late');
  expect(attentionOf({ ...payment, releasedAmount: 24_900 })).toBeNull();
});

test('[P9] the amount in the sentence is what is not captured yet, or not given back yet', () => {
  const inPart = samplePayment({ state: 'approved', capture: 'captured', capturedAmount: 4_900 });
  expect(concernedMinor(inPart, 'capture_failed')).toBe(20_000);
  expect(concernedMinor(inPart, 'capture_delayed')).toBe(20_000);
  expect(concernedMinor(inPart, 'release_failed')).toBe(20_000);
  expect(concernedMinor(inPart, 'paid_late')).toBe(24_900);
  const kept = samplePayment({ state: 'expired', ...late, refundedAmount: 4_900 });
  expect(concernedMinor(kept, 'kept')).toBe(20_000);
});

test.each([
  ['what was given back by itself yesterday is settled', because('released'), 'cancelled', -1, false],
  ['an order of another system yesterday is settled', because('not_ours'), 'failed', -1, false],
  ['what was given back automatically today needs attention', because('released'), 'cancelled', 0, true],
  [
    'a refund of late money yesterday is settled',
    { ...late, refundedAmount: 24_900, ...because('late_refunded') },
    'expired',
    -1,
    false,
  ],
  [
    'what was paid late stays until it is settled',
    { ...captured, ...because('paid_late') },
    'approved',
    -1,
    true,
  ],
  ['an ordinary sale is no matter', captured, 'approved', 0, false],
] as const)('of another day: %s', (_, bent, state, afterMidnightMs, expected) => {
  const midnightMs = Date.parse('2026-03-02T00:00:00.000Z');
  const updatedAt = new Date(midnightMs + afterMidnightMs).toISOString();
  expect(isOpenMatter(samplePayment({ ...bent, state, updatedAt }), midnightMs)).toBe(expected);
});

test('money that can be captured for a few days only is told with its last day, and what is left of it', () => {
  const payment = samplePayment({
    state: 'approved',
    amount: { value: 24_900, currency: 'NOK' },
    capturedAmount: 900,
    captureBy: '2026-11-30T12:00:00Z',
    problem: { code: 'capture_due', message: '' },
  });
  expect(attentionOf(payment)).toBe('capture_due');
  const text = attentionText(payment, 'capture_due', cashierContext);
  expect(text).toContain(money(24_000));
  expect(text).toContain('by 2026-11-30');
});

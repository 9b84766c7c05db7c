import { expect, test } from 'vitest';
import { type PaymentView, type Problem, states } from '../../server/contract.ts';
import { samplePayment } from '../ui/sample-payment.ts';
import { en } from '../ui/texts/en.ts';
import { capturableMinor, refundableMinor, startOfDayMs, sumsOf, type Tag, tagOf } from './day.ts';

const tagName = (given: Partial<PaymentView>) => tagOf(samplePayment(given)).name;
const captured = { state: 'approved', capture: 'captured', capturedAmount: 89_600 } as const;
const because = (code: Problem['code']) => ({ problem: { code, message: '' } });

test('the day begins at local midnight', () => {
  const noon = new Date(2026, 4, 4, 12, 30).getTime();
  expect(startOfDayMs(noon)).toBe(new Date(2026, 4, 4).getTime());
});

test('[P9] the total is what was captured less what was refunded', () => {
  const payments = [
    samplePayment({ ...captured, refundedAmount: 12_000 }),
    samplePayment({ ...captured, capturedAmount: 15 }),
    samplePayment({ state: 'approved', capture: 'pending' }),
    samplePayment({ state: 'expired' }),
  ];
  expect(sumsOf(payments)).toEqual({ sales: 3, totalMinor: 77_615 });
});

test('[P9] late money is no sale, and is in the total for as long as the shop has it', () => {
  const kept = samplePayment({ state: 'cancelled', capturedAmount: 24_900 });
  expect(sumsOf([kept])).toEqual({ sales: 0, totalMinor: 24_900 });
  expect(sumsOf([{ ...kept, refundedAmount: 24_900 }])).toEqual({ sales: 0, totalMinor: 0 });
});

const approved = { state: 'approved', capture: 'captured', capturedAmount: 24_900 } as const;
const late = { state: 'cancelled', endedBy: 'staff', capturedAmount: 24_900 } as const;
const refunded = { refundedAmount: 24_900 };

test.each<[Tag['name'], Tag['tone'], Partial<PaymentView>]>([
  ['waiting', 'accent', { state: 'started' }],
  ['waiting', 'accent', { state: 'presented' }],
  ['waiting', 'accent', { state: 'scanned' }],
  ['closing', 'calm', { state: 'closing' }],
  ['startedOver', 'calm', { state: 'closing', ...because('started_over') }],
  ['startedOver', 'calm', { state: 'failed', ...because('started_over') }],
  ['failed', 'warn', { state: 'failed', ...because('vipps_unavailable') }],
  ['failed', 'warn', { state: 'failed', ...because('vipps_rejected') }],
  ['cancelled', 'calm', { state: 'cancelled', endedBy: 'staff' }],
  ['cancelledByCustomer', 'calm', { state: 'cancelled', endedBy: 'customer' }],
  ['expired', 'calm', { state: 'expired', endedBy: 'timeout' }],
  ['reserved', 'calm', { state: 'approved', capture: 'none' }],
  ['capturing', 'calm', { state: 'approved', capture: 'pending' }],
  ['captureDelayed', 'warn', { state: 'approved', capture: 'pending', ...because('capture_delayed') }],
  ['captureFailed', 'warn', { state: 'approved', capture: 'failed', ...because('capture_failed') }],
  ['captured', 'good', approved],
  ['captured', 'good', { ...approved, refundedAmount: 24_899 }],
  ['refunded', 'calm', { ...approved, ...refunded }],
  ['refundDelayed', 'warn', { ...approved, ...because('refund_delayed') }],
  ['refundFailed', 'warn', { ...approved, ...because('refund_failed') }],
  ['paidLate', 'warn', { ...approved, ...because('paid_late') }],
  ['refunded', 'calm', { ...approved, ...refunded, ...because('paid_late') }],
  ['returning', 'warn', { ...late, ...because('late_money') }],
  ['returning', 'warn', { state: 'failed', ...because('late_money') }],
  ['refundDelayed', 'warn', { ...late, ...because('refund_delayed') }],
  ['kept', 'warn', { ...late, ...because('refund_failed') }],
  ['kept', 'warn', { ...late, state: 'expired' }],
  ['givenBack', 'warn', { ...late, ...refunded, ...because('late_refunded') }],
  ['givenBack', 'warn', { state: 'failed', ...because('released') }],
])('[P1] the tag "%s" (%s) is for %o', (name, tone, given) => {
  expect(tagOf(samplePayment(given))).toEqual({ name, tone });
  expect(en.cashier.tags[name]).toMatch(/^[A-Z]/);
});

test('[P1] "Captured" is said only of captured money', () => {
  expect(states.filter((state) => tagName({ state, capture: 'captured' }) === 'captured')).toEqual([
    'approved',
  ]);
});

test('a capture that was refused can be asked for again', () => {
  const refused = samplePayment({ state: 'approved', capture: 'failed', ...because('capture_failed') });
  expect(capturableMinor(refused)).toBe(24_900);
  const inPart = samplePayment({ ...refused, capture: 'captured', capturedAmount: 4_900 });
  expect(capturableMinor(inPart)).toBe(20_000);
});

test('[P3] only reserved money that nobody captures by itself is offered for capture', () => {
  const capturable = (given: Partial<PaymentView>) => capturableMinor(samplePayment(given));
  expect(states.filter((state) => capturable({ state, capture: 'none' }) > 0)).toEqual(['approved']);
  expect(capturable({ state: 'approved', capture: 'pending' })).toBe(0);
  expect(capturable({ state: 'approved', capture: 'pending', ...because('capture_delayed') })).toBe(0);
  expect(capturable(captured)).toBe(0);
});

test('[P9] no more can be refunded than is left', () => {
  expect(refundableMinor(samplePayment({ ...captured, refundedAmount: 12_000 }))).toBe(77_600);
  expect(refundableMinor(samplePayment({ state: 'approved', capture: 'none' }))).toBe(0);
  expect(refundableMinor(samplePayment({ ...late, refundedAmount: 4_900 }))).toBe(20_000);
});

test('[P2] nothing is offered for refund while money moves by itself', () => {
  expect(refundableMinor(samplePayment({ ...captured, ...because('refund_delayed') }))).toBe(0);
  expect(refundableMinor(samplePayment({ ...late, ...because('late_money') }))).toBe(0);
  expect(refundableMinor(samplePayment({ ...captured, capture: 'pending' }))).toBe(0);
});

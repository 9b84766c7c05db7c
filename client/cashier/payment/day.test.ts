import { expect, test } from 'vitest';
import { type PaymentView, type Problem, states } from '../../../server/contract/payments.ts';
import { samplePayment, sampleSignUp } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { type Tag, tagOf, tagsOf } from './day.ts';

const tagName = (given: Partial<PaymentView>) => tagOf(samplePayment(given)).name;
const because = (code: Problem['code']) => ({ problem: { code, message: '' } });

test('the day is summed up in a line', () => {
  expect(en.cashier.todayTotal(1, 2, '298,00 kr')).toBe('Today, 1 sale, 2 subscribers, 298,00 kr');
  expect(en.cashier.todayTotal(2, 0, '1,00 kr')).toBe('Today, 2 sales, 1,00 kr');
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
  ['released', 'calm', { state: 'approved', capture: 'none', releasedAmount: 24_900 }],
  ['released', 'calm', { state: 'approved', capture: 'failed', releasedAmount: 24_900 }],
  ['captured', 'good', { ...approved, capturedAmount: 20_000, releasedAmount: 4_900 }],
  ['releaseDelayed', 'warn', { state: 'approved', capture: 'none', ...because('release_delayed') }],
  ['releaseFailed', 'warn', { state: 'approved', capture: 'none', ...because('release_failed') }],
  ['stopDelayed', 'warn', { ...approved, ...because('stop_delayed') }],
  ['stopFailed', 'warn', { ...approved, ...because('stop_failed') }],
  ['paidLate', 'warn', { ...approved, ...because('paid_late') }],
  ['refunded', 'calm', { ...approved, ...refunded, ...because('paid_late') }],
  ['returning', 'warn', { ...late, ...because('late_money') }],
  ['returning', 'warn', { state: 'failed', ...because('late_money') }],
  ['refundDelayed', 'warn', { ...late, ...because('refund_delayed') }],
  ['kept', 'warn', { ...late, ...because('refund_failed') }],
  ['kept', 'warn', { ...late, state: 'expired' }],
  ['refunded', 'warn', { ...late, ...refunded, ...because('late_refunded') }],
  ['released', 'warn', { state: 'failed', ...because('released') }],
  ['notOurs', 'warn', { state: 'failed', ...because('not_ours') }],
])('[P1] the tag "%s" (%s) is for %o', (name, tone, given) => {
  expect(tagOf(samplePayment(given))).toEqual({ name, tone });
  expect(en.tags[name]).toMatch(/^[A-Z]/);
});

test('[P1] "Captured" is said only of captured money', () => {
  expect(states.filter((state) => tagName({ state, capture: 'captured' }) === 'captured')).toEqual([
    'approved',
  ]);
});

test.each<[string, Parameters<typeof sampleSignUp>, Tag['name'][]]>([
  ['while the customer has not agreed', [{ state: 'presented' }], ['waiting']],
  ['that came to nothing', [{ state: 'expired' }, { status: 'expired' }], ['expired']],
  ['without a first payment', [{ state: 'approved' }, { status: 'active' }], ['active']],
  [
    'with a first payment',
    [{ ...approved, amount: { value: 24_900, currency: 'NOK' } }, { status: 'active' }],
    ['active', 'captured'],
  ],
  ['that is being stopped', [{ state: 'approved' }, { status: 'stopping' }], ['stopping']],
  ['that is stopped', [{ state: 'approved' }, { status: 'stopped' }], ['stopped']],
  [
    'that could not be stopped',
    [{ state: 'approved', ...because('stop_failed') }, { status: 'active' }],
    ['active', 'stopFailed'],
  ],
])('[P1] an agreement %s is called %s', (_, given, names) => {
  expect(tagsOf(sampleSignUp(...given)).map(({ name }) => name)).toEqual(names);
});

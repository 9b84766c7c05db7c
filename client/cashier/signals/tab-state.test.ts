import { expect, test } from 'vitest';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { type TabState, tabStateOf, tabTitleOf } from './tab-state.ts';

const problem = (code: NonNullable<PaymentView['problem']>['code']) => ({ problem: { code, message: '' } });

test.each<[Partial<PaymentView>, TabState]>([
  [{ state: 'started' }, 'waiting'],
  [{ state: 'presented' }, 'waiting'],
  [{ state: 'scanned', ...problem('declined') }, 'waiting'],
  [{ state: 'closing' }, 'waiting'],
  [{ state: 'failed', ...problem('started_over') }, 'waiting'],
  [{ state: 'approved', capture: 'captured', capturedAmount: 24_900 }, 'paid'],
  [{ state: 'approved', capture: 'failed', ...problem('capture_failed') }, 'attention'],
  [{ state: 'approved', ...problem('paid_late') }, 'attention'],
  [{ state: 'cancelled' }, 'unpaid'],
  [{ state: 'cancelled', ...problem('late_money') }, 'attention'],
  [{ state: 'expired' }, 'unpaid'],
  [{ state: 'failed' }, 'unpaid'],
])('[P1] %j makes the tab say "%s", also while other matters are open', (given, state) => {
  expect(tabStateOf(samplePayment(given), false)).toBe(state);
  expect(tabStateOf(samplePayment(given), true)).toBe(state);
});

test('between sales the tab says when a payment needs attention', () => {
  expect(tabStateOf(null, false)).toBe('idle');
  expect(tabStateOf(null, true)).toBe('attention');
});

test('the title begins with the state', () => {
  const said = { tillName: 'Till 1', texts: en.counter.tab };
  expect(tabTitleOf('waiting', '249,00 kr', said)).toBe('Waiting 249,00 kr · Till 1');
  expect(tabTitleOf('unpaid', '249,00 kr', said)).toBe('Not paid 249,00 kr · Till 1');
  expect(tabTitleOf('attention', '', said)).toBe('Needs attention · Till 1');
  expect(tabTitleOf('idle', '', said)).toBe('Till 1');
});

import { expect, test } from 'vitest';
import { type PaymentView, states } from '../../server/contract.ts';
import { samplePayment } from '../ui/sample-payment.ts';
import { en } from '../ui/texts/en.ts';
import { nowWordsOf } from './now-words.ts';
import { stepsOf } from './steps.ts';

const context = { cashier: en.cashier, app: 'Vipps', money: (minor: number) => `${minor} minor` };
const words = (given: Partial<PaymentView>) => nowWordsOf(samplePayment(given), context);

test('[P1] the cashier reads "Paid" for an approved payment and for nothing else', () => {
  expect(states.filter((state) => words({ state }).title === 'Paid')).toEqual(['approved']);
});

test('[P1] that nothing was taken or charged is said of ended payments only', () => {
  const said = states.filter((state) => words({ state }).text?.match(/Nothing was (taken|charged)/));
  expect(said).toEqual(['cancelled', 'expired', 'failed']);
});

test('[P3] money that came too late is told as given back, not as never taken', () => {
  const { text } = words({ state: 'cancelled', problem: { code: 'released', message: '' } });
  expect(text).toContain('24900 minor');
  expect(text).not.toContain('Nothing was taken');
});

test('[P6] while Vipps is away the cashier reads that the payment is not lost', () => {
  const { title, text } = words({ problem: { code: 'vipps_unavailable', message: '' } });
  expect([title, text]).toEqual(['Waiting for the scan', 'Reconnecting to Vipps. The payment is not lost.']);
});

test('a capture that does not come through is told as delayed', () => {
  expect(words({ state: 'approved', capture: 'pending' }).text).toBe(en.cashier.capturePending);
  expect(words({ state: 'approved', capture: 'failed' }).text).toBe(en.cashier.captureFailed);
});

test('what was refunded is told in place of the capture', () => {
  const { text } = words({ state: 'approved', capture: 'captured', refundedAmount: 4_900 });
  expect(text).toBe('4900 minor is refunded.');
});

test('[P1] a start that failed, but was approved all the same, is told as given back', () => {
  const { text } = words({ state: 'failed', problem: { code: 'released', message: '' } });
  expect(text).toContain('24900 minor was given back');
});

test('an approved payment has been scanned, also when Vipps gave no scan signal', () => {
  const statuses = (given: Partial<PaymentView>) =>
    stepsOf(samplePayment(given))?.map(({ status }) => status);
  expect(statuses({ state: 'presented' })).toEqual(['done', 'now', 'ahead', 'ahead']);
  expect(statuses({ state: 'approved', capture: 'pending' })).toEqual(['done', 'done', 'done', 'now']);
  expect(statuses({ state: 'approved', capture: 'captured' })).toEqual(['done', 'done', 'done', 'done']);
  expect(statuses({ state: 'closing' })).toBeUndefined();
});

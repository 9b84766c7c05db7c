// What the cashier reads of an agreement; of sales it is in status-text.test.ts.
import { expect, test } from 'vitest';
import {
  type AgreementView,
  type PaymentView,
  type Problem,
  states,
} from '../../../server/contract/payments.ts';
import { cashierContext } from '../../testing/cashier-context.ts';
import { sampleSignUp } from '../../testing/sample-payment.ts';
import { stepsOf } from '../current/progress.ts';
import { statusTextOf } from './status-text.ts';

const { cashier, subscription } = cashierContext;
const status = (given: Partial<PaymentView>, status: AgreementView['status'] = 'active') =>
  statusTextOf(sampleSignUp(given, { status }), cashierContext);
const because = (code: Problem['code']) => ({ problem: { code, message: '' } });
const approved = { state: 'approved' } as const;
const first = { ...approved, amount: { value: 4_900, currency: 'NOK' } } as const;

test('[P1] the cashier reads "Subscribed" for an approved agreement and for nothing else, and never "Paid"', () => {
  expect(states.filter((state) => status({ state }).title === 'Subscribed')).toEqual(['approved']);
  expect(states.filter((state) => status({ state }).title === 'Paid')).toEqual([]);
});

test('[P1] that no agreement was made is said of ended sign-ups only', () => {
  const said = states.filter((state) => status({ state }).text === subscription.noAgreement);
  expect(said).toEqual(['cancelled', 'expired', 'failed']);
});

test('the text tells how the first payment stands, or that there was none', () => {
  expect(status(approved).text).toBe('Nothing was to be paid at once.');
  expect(status(first).text).toBe(subscription.first.none);
  expect(status({ ...first, capture: 'pending' }).text).toBe('The first payment is being captured.');
  const captured = { ...first, capture: 'captured', capturedAmount: 4_900 } as const;
  expect(status(captured).text).toBe('The first payment is captured.');
  expect(status({ ...captured, refundedAmount: 4_900 }).text).toBe(
    '4900 minor is refunded. The customer may not see it for a few days.',
  );
});

test('[P1] an agreement that is stopped, or is being stopped, is called so', () => {
  expect(status(approved, 'stopping')).toMatchObject({ title: subscription.stopping, isUrgent: false });
  expect(status(approved, 'stopped')).toMatchObject({ title: subscription.stopped, tone: 'calm' });
  const delayed = status({ ...approved, ...because('stop_delayed') }, 'stopping');
  expect(delayed).toMatchObject({ title: subscription.stopping, isUrgent: true });
  const refused = status({ ...approved, ...because('stop_failed') });
  expect(refused).toMatchObject({ title: 'Subscribed', isUrgent: true });
});

test('[P3] a customer who subscribed while the sign-up was being closed is told of with what to do', () => {
  const late = status({ ...approved, ...because('paid_late') });
  expect(late).toMatchObject({ title: 'Subscribed late', tone: 'warn', isUrgent: true });
  expect(late.text).toContain('Stop the agreement if it was not intended.');
});

test('an agreement that Vipps refused says what to check', () => {
  expect(status({ state: 'failed', ...because('vipps_rejected') }).text).toContain(
    'Check the product and the price.',
  );
});

test('an agreement is shown until it is approved', () => {
  const stepNames = (given: Partial<PaymentView>) =>
    stepsOf(sampleSignUp(given))?.map(({ step, status }) => `${step} ${status}`);
  expect(stepNames({ state: 'presented' })).toEqual(['shown done', 'approved now']);
  expect(stepNames(approved)).toBeUndefined();
});

test('that Vipps took no order lines is told beside what has become of the first payment', () => {
  const { text, isUrgent } = status({ ...first, ...because('lines_refused') });
  expect(text).toBe(`${subscription.first.none} ${cashier.linesRefused('Vipps')}`);
  expect(isUrgent).toBe(false);
});

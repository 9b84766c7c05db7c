import { expect, test } from 'vitest';
import { type PaymentView, type Problem, states } from '../../../server/contract/payments.ts';
import { cashierContext } from '../../testing/cashier-context.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/cashier/all.ts';
import { stepsOf } from '../current/progress.ts';
import { statusTextOf } from './status-text.ts';

const status = (given: Partial<PaymentView>) => statusTextOf(samplePayment(given), cashierContext);
const because = (code: Problem['code']) => ({ problem: { code, message: '' } });
const captured = { state: 'approved', capture: 'captured', capturedAmount: 24_900 } as const;

test('[P1] the cashier reads "Paid" for an approved payment and for nothing else', () => {
  expect(states.filter((state) => status({ state }).title === 'Paid')).toEqual(['approved']);
});

test('[P1] that nothing was taken or charged is said of ended payments only', () => {
  const said = states.filter((state) => status({ state }).text?.match(/Nothing was (taken|charged)/));
  expect(said).toEqual(['cancelled', 'expired', 'failed']);
});

test.each(['cancelled', 'expired', 'failed'] as const)(
  '[P3] late money on a %s payment is told in place of "nothing was taken"',
  (state) => {
    const before = status({ state });
    const late = [
      { problem: because('late_money').problem },
      { problem: because('released').problem },
      { capturedAmount: 24_900, ...because('late_money') },
      { capturedAmount: 24_900, ...because('refund_delayed') },
      { capturedAmount: 24_900, ...because('refund_failed') },
      { capturedAmount: 24_900, refundedAmount: 24_900, ...because('late_refunded') },
    ];
    for (const given of late) {
      const { title, text, isUrgent } = status({ state, ...given });
      expect(title).toBe(before.title);
      expect(text).toContain('24900 minor');
      expect(text).not.toMatch(/Nothing was (taken|charged)/);
      expect(isUrgent).toBe(true);
    }
    expect(before.isUrgent).toBe(false);
  },
);

test('[P3] only late money that could not be given back alarms', () => {
  const late = { state: 'expired', capturedAmount: 24_900 } as const;
  expect(status({ ...late, ...because('late_money') }).tone).toBe('calm');
  expect(status({ ...late, ...because('refund_failed') }).tone).toBe('warn');
});

test.each(['presented', 'scanned', 'closing'] as const)(
  '[P6] while Vipps is away the cashier reads in %s that the payment is not lost',
  (state) => {
    const away = status({ state, ...because('vipps_unavailable') });
    expect(away.title).toBe(status({ state }).title);
    expect(away.text).toContain('Reconnecting to Vipps. The payment is not lost.');
  },
);

test('[P1] a closing payment is not charged again before its result, also while Vipps is away', () => {
  expect(status({ state: 'closing', ...because('vipps_unavailable') }).text).toContain(
    'the customer may have paid: do not charge this customer again, and take no cash',
  );
});

test('a sale that could not start says why, and that nothing was charged', () => {
  const away = status({ state: 'failed', ...because('vipps_unavailable') }).text;
  expect(away).toBe('Vipps could not be reached. Nothing was charged. Try again.');
  expect(status({ state: 'failed', ...because('vipps_rejected') }).text).toContain('Vipps refused the sale.');
  expect(status({ state: 'failed' }).text).toBe(en.cashier.nothingTaken);
});

test('a sale that the keys of the shop could not start is not blamed on the cashier', () => {
  const { text } = status({ state: 'failed', ...because('keys_rejected') });
  expect(text).toContain('Vipps does not accept the keys of this shop. Nothing was charged.');
  expect(text).not.toMatch(/amount|Check the/);
});

test('a sale whose code lies on a host that is not allowed names host and variable', () => {
  const problem = { code: 'image_host_refused', message: '', host: 'qr.example.com' } as const;
  const { text } = status({ state: 'failed', problem });
  expect(text).toContain('qr.example.com');
  expect(text).toContain('VIPPS_QR_IMAGE_HOSTS');
  expect(text).toContain('Nothing was charged.');
});

test.each<Partial<PaymentView>>([{ state: 'presented' }, { state: 'scanned' }, captured])(
  'that Vipps took no order lines is told calmly while %o, and the sale goes on',
  (given) => {
    const { text, title, isUrgent } = status({ ...given, ...because('lines_refused') });
    expect(text).toContain(en.cashier.linesRefused('Vipps'));
    expect(title).toBe(status(given).title);
    expect(isUrgent).toBe(false);
  },
);

test('a sale that was started over is told calmly', () => {
  for (const state of ['closing', 'failed'] as const) {
    const over = status({ state, ...because('started_over') });
    expect(over).toMatchObject({ ...en.cashier.startedOver, tone: 'calm', isUrgent: false });
  }
});

test('the text tells where the money is, or the problem instead', () => {
  expect(status({ state: 'approved' }).text).toBe(en.cashier.captureNone);
  expect(status({ state: 'approved', capture: 'pending' }).text).toBe(en.cashier.capturePending);
  expect(status(captured)).toMatchObject({ text: en.cashier.captureDone, isUrgent: false });
  expect(status({ ...captured, refundedAmount: 4_900 }).text).toBe(
    '4900 minor is refunded. The customer may not see it for a few days.',
  );
  const delayed = status({ state: 'approved', capture: 'pending', ...because('capture_delayed') });
  expect(delayed).toMatchObject({ title: 'Paid', tone: 'good', isUrgent: true });
  expect(delayed.text).toContain('has not confirmed the capture of 24900 minor yet');
});

test('a payment that was refunded in full is not called paid', () => {
  expect(status({ ...captured, refundedAmount: 24_900 })).toMatchObject({ title: 'Refunded', tone: 'calm' });
});

test('[P3] a payment that was paid while it was being closed is told with what to do, and what can be done yet', () => {
  const late = status({ ...captured, ...because('paid_late') });
  expect(late).toMatchObject({ title: 'Paid late', tone: 'warn', isUrgent: true });
  expect(late.text).toContain('Refund it if the sale was not intended');
  expect(late.text).toContain(en.cashier.captureDone);
  const pending = status({ state: 'approved', capture: 'pending', ...because('paid_late') });
  expect(pending.text).toContain(en.cashier.capturePending);
});

test('[P9] of money that was captured in part, the rest is told too', () => {
  const inPart = { ...captured, capturedAmount: 20_000 };
  expect(status(inPart).text).toBe('20000 minor is captured, 4900 minor is still reserved.');
  const rest = status({ ...inPart, releasedAmount: 4_900 });
  expect(rest).toMatchObject({ title: 'Paid', text: '20000 minor is captured, 4900 minor was released.' });
});

test('[P1] a payment that was released in full is not called paid', () => {
  const released = status({ state: 'approved', releasedAmount: 24_900 });
  expect(released).toMatchObject({ title: 'Released', tone: 'calm' });
  expect(released.text).toBe('24900 minor was released. Nothing was taken.');
});

test('where Vipps tells of no scan, the code is shown until the customer has approved', () => {
  const shown = stepsOf(samplePayment({ state: 'presented', api: 'epayment' }));
  expect(shown).toEqual([
    { step: 'shown', status: 'done' },
    { step: 'approved', status: 'now' },
  ]);
});

test('how far a payment has come is told for as long as it can be paid', () => {
  const statuses = (given: Partial<PaymentView>) =>
    stepsOf(samplePayment(given))?.map(({ status }) => status);
  expect(statuses({ state: 'presented' })).toEqual(['done', 'now', 'ahead']);
  expect(statuses({ state: 'scanned' })).toEqual(['done', 'done', 'now']);
  for (const state of ['closing', 'approved', 'cancelled'] as const)
    expect(statuses({ state })).toBeUndefined();
});

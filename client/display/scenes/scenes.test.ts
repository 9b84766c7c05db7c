import { expect, test } from 'vitest';
import { type PaymentView, type Problem, states } from '../../../server/contract/payments.ts';
import { sampleAgreement, samplePayment } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/display.ts';
import { sceneOf } from './scenes.ts';
import { subscriptionScenes } from './subscription-scenes.ts';

const texts = { display: en.display, app: 'Vipps', money: (minor: number) => `${minor} minor` };
const scene = (given: Partial<PaymentView>) => sceneOf(samplePayment(given), texts, subscriptionScenes);
const because = (code: Problem['code']) => ({ problem: { code, message: '' } });
const captured = { state: 'approved', capturedAmount: 24_900 } as const;

test('[P1] "Paid" is shown for an approved payment and for nothing else', () => {
  const paid = states.filter((state) => scene({ state }).title === en.display.approved.title);
  expect(paid).toEqual(['approved']);
});

test('[P1] that no money was taken is said only once the payment has ended unpaid', () => {
  const said = states.filter((state) => /No money was taken/.test(scene({ state }).text));
  expect(said).toEqual(['cancelled', 'expired', 'failed']);
});

test('[P1] the QR is shown only while it can be scanned', () => {
  const withQr = states.filter((state) => scene({ state }).figure === 'qr');
  expect(withQr).toEqual(['presented']);
});

test('where Vipps tells of no scan, the code comes with what to do after it', () => {
  expect(scene({ state: 'presented' }).text).toBe('With your phone’s camera or in Vipps');
  expect(scene({ state: 'presented', api: 'epayment' }).text).toBe('Then approve the payment in Vipps');
});

test('[P1] an order that Vipps does not know any more sends the customer to the cashier, for a sale and for an agreement', () => {
  for (const agreement of [null, sampleAgreement()]) {
    const unknown = scene({ state: 'closing', agreement, ...because('unknown_order') });
    expect(unknown).toMatchObject({ text: en.display.paidLate, textTone: 'notice' });
    expect(scene({ state: 'closing', agreement }).textTone).toBe('soft');
  }
});

test('a declined card is said in a friendly way', () => {
  const declined = scene({ state: 'scanned', ...because('declined') });
  expect(declined).toMatchObject({ text: en.display.declined, textTone: 'notice' });
});

test.each<[string, Partial<PaymentView>, keyof typeof en.display.late, number]>([
  ['is being released', because('late_money'), 'returning', 24_900],
  ['was released', because('released'), 'released', 24_900],
  ['is being refunded', { capturedAmount: 24_900, ...because('late_money') }, 'returning', 24_900],
  ['is refunded slowly', { capturedAmount: 24_900, ...because('refund_delayed') }, 'returning', 24_900],
  [
    'was refunded',
    { capturedAmount: 24_900, refundedAmount: 24_900, ...because('late_refunded') },
    'refunded',
    24_900,
  ],
  [
    'could not be refunded',
    { capturedAmount: 24_900, refundedAmount: 4_900, ...because('refund_failed') },
    'kept',
    20_000,
  ],
])(
  '[P3] a customer whose money came too late and %s is told so, with the amount',
  (_, given, fate, amountMinor) => {
    for (const state of ['cancelled', 'expired', 'failed'] as const) {
      const late = scene({ state, ...given });
      expect(late).toMatchObject({ ...en.display.late[fate], amountMinor });
      expect(late.tone).toBe(fate === 'kept' ? 'warn' : 'calm');
      expect(late.text).not.toMatch(/No money was taken/);
    }
  },
);

test('[P1] a payment that was refunded in full is not called paid any more, and a partial refund is told', () => {
  const whole = scene({ ...captured, refundedAmount: 24_900 });
  expect(whole).toMatchObject({ ...en.display.refunded, tone: 'calm', amountMinor: 24_900 });
  const part = scene({ ...captured, refundedAmount: 4_900 });
  expect(part).toMatchObject({
    title: 'Paid',
    text: '4900 minor is on its way back to you',
    amountMinor: 24_900,
  });
});

test('[P1] a payment that was released in full is not called paid, and after a partial release the rest is the amount paid', () => {
  const whole = scene({ state: 'approved', releasedAmount: 24_900 });
  expect(whole).toMatchObject({ ...en.display.released, tone: 'calm', amountMinor: 24_900 });
  const part = scene({ ...captured, capturedAmount: 20_000, releasedAmount: 4_900 });
  expect(part).toMatchObject({ title: 'Paid', amountMinor: 20_000 });
});

test('a customer who paid although the payment was being closed is sent to the cashier', () => {
  const late = scene({ ...captured, ...because('paid_late') });
  expect(late).toMatchObject({ title: 'Paid', text: en.display.paidLate, textTone: 'notice' });
});

test('[P1] a payment that could not start because Vipps was away says so, and that nothing was charged', () => {
  const { title, text } = scene({ state: 'failed', ...because('vipps_unavailable') });
  expect(title).toBe('The payment could not start');
  expect(text).toBe('Vipps could not be reached. No money was taken. Please ask at the till.');
});

test('a payment that is started over still shows that the code is being prepared', () => {
  for (const state of ['closing', 'failed'] as const) {
    expect(scene({ state, ...because('started_over') })).toEqual(scene({ state: 'started' }));
  }
});

test('a till without a payment welcomes', () => {
  expect(sceneOf(null, texts, null)).toMatchObject({ title: 'Welcome', amountMinor: null });
});

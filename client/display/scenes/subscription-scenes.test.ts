import { expect, test } from 'vitest';
import {
  type AgreementView,
  type PaymentView,
  type Problem,
  states,
} from '../../../server/contract/payments.ts';
import { sampleSignUp } from '../../testing/sample-payment.ts';
import * as en from '../../ui/texts/en/display.ts';
import { sceneOf } from './scenes.ts';
import { subscriptionScenes } from './subscription-scenes.ts';

const texts = { display: en.display, app: 'Vipps', money: (minor: number) => `${minor} minor` };
const scene = (given: Partial<PaymentView>, agreement: Partial<AgreementView> = {}) =>
  sceneOf(sampleSignUp(given, agreement), texts, subscriptionScenes);
const because = (code: Problem['code']) => ({ problem: { code, message: '' } });
const first = { amount: { value: 4_900, currency: 'NOK' } } as const;
const active = { status: 'active' } as const;

test('the terms are shown until the customer has approved, and the QR only while it can be scanned', () => {
  const showing = (what: (shown: ReturnType<typeof scene>) => boolean) =>
    states.filter((state) => what(scene({ state })));
  expect(showing(({ showsTerms }) => showsTerms)).toEqual(['started', 'presented', 'scanned']);
  expect(showing(({ figure }) => figure === 'qr')).toEqual(['presented']);
});

test('Vipps tells of no scan, so the code comes with what to do after it', () => {
  expect(scene({ state: 'presented' })).toMatchObject({
    title: 'Scan to subscribe',
    text: 'Then approve the agreement in Vipps',
  });
});

test('a declined card is said in a friendly way', () => {
  for (const state of ['presented', 'scanned'] as const) {
    const declined = scene({ state, ...because('declined') });
    expect(declined).toMatchObject({ text: en.display.declined, textTone: 'notice', showsTerms: true });
  }
});

test('[P1] that the subscription is active is said once the customer has approved, with what was paid', () => {
  const title = 'Your subscription is active';
  expect(states.filter((state) => scene({ state }, active).title === title)).toEqual(['approved']);
  const free = scene({ state: 'approved' }, active);
  expect(free).toMatchObject({ text: 'Welcome to Coffee club. You paid nothing today.', tone: 'good' });
  const paid = scene({ state: 'approved', ...first }, active);
  expect(paid.text).toBe('Welcome to Coffee club. You paid 4900 minor today.');
});

test('[P1] a first payment that was given back is not called paid', () => {
  const refunded = { capturedAmount: 4_900, refundedAmount: 4_900 };
  for (const given of [refunded, { releasedAmount: 4_900 }]) {
    const { text } = scene({ state: 'approved', ...first, ...given }, active);
    expect(text).toBe('Welcome to Coffee club. 4900 minor is on its way back to you');
  }
});

test('[P1] an agreement that is stopped while it is on the screen is not called active', () => {
  const stopping = scene({ state: 'approved' }, { status: 'stopping' });
  expect(stopping).toMatchObject({ ...en.display.signUp.stopping, tone: 'calm' });
  expect(scene({ state: 'approved' }, { status: 'stopped' }).text).toBe('Nothing more will be taken.');
});

test('[P1] that no agreement was made is said only once the sign-up has ended', () => {
  const said = states.filter((state) => scene({ state }).text.includes('No agreement was made'));
  expect(said).toEqual(['cancelled', 'expired', 'failed']);
  expect(scene({ state: 'failed', ...because('vipps_unavailable') }).text).toBe(
    'Vipps could not be reached. No agreement was made. Please ask at the till.',
  );
});

test.each(['cancelled', 'expired', 'failed'] as const)(
  '[P3] a customer who agreed after the sign-up was %s is told that it is ended',
  (state) => {
    const { late } = en.display.signUp;
    expect(scene({ state, ...because('late_money') })).toMatchObject({ ...late.returning, tone: 'calm' });
    expect(scene({ state, ...because('released') })).toMatchObject(late.released);
    const kept = { ...first, capturedAmount: 4_900, ...because('refund_failed') };
    expect(scene({ state, ...kept })).toMatchObject({ ...en.display.late.kept, amountMinor: 4_900 });
  },
);

test('a customer who agreed although the sign-up was being closed is sent to the cashier', () => {
  const late = scene({ state: 'approved', ...because('paid_late') }, active);
  expect(late).toMatchObject({ text: en.display.paidLate, textTone: 'notice' });
});

test('a sign-up that is started over still shows that the code is being prepared', () => {
  expect(scene({ state: 'closing', ...because('started_over') })).toEqual(scene({ state: 'started' }));
});

test('[P1] while the scenes are loaded, one moment is asked for, and nothing is said of money', () => {
  const unknown = sceneOf(sampleSignUp({ state: 'approved' }), texts, null);
  expect(unknown).toMatchObject({
    ...texts.display.started,
    figure: 'dots',
    tone: 'plain',
    amountMinor: null,
  });
});

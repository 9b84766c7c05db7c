import { expect, test } from 'vitest';
import { type PaymentView, type Problem, states } from '../../../server/contract/payments.ts';
import { samplePayment, sampleSignUp } from '../../testing/sample-payment.ts';
import { canStop, capturableMinor, refundableMinor } from './balances.ts';

const captured = { state: 'approved', capture: 'captured', capturedAmount: 89_600 } as const;
const late = { state: 'cancelled', endedBy: 'staff', capturedAmount: 24_900 } as const;
const because = (code: Problem['code']) => ({ problem: { code, message: '' } });

test('a capture that was refused can be asked for again', () => {
  const refused = samplePayment({ state: 'approved', capture: 'failed', ...because('capture_failed') });
  expect(capturableMinor(refused)).toBe(24_900);
  const inPart = samplePayment({ ...refused, capture: 'captured', capturedAmount: 4_900 });
  expect(capturableMinor(inPart)).toBe(20_000);
});

test('[P3] only reserved money without a pending operation is offered for capture', () => {
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

test('[P2] nothing is offered for refund while an operation is pending', () => {
  expect(refundableMinor(samplePayment({ ...captured, ...because('refund_delayed') }))).toBe(0);
  expect(refundableMinor(samplePayment({ ...late, ...because('late_money') }))).toBe(0);
  expect(refundableMinor(samplePayment({ ...captured, capture: 'pending' }))).toBe(0);
});

test('[P9] the amount left to capture was neither captured nor released', () => {
  const inPart = { state: 'approved', capture: 'captured', capturedAmount: 20_000 } as const;
  expect(capturableMinor(samplePayment(inPart))).toBe(4_900);
  expect(capturableMinor(samplePayment({ ...inPart, releasedAmount: 4_900 }))).toBe(0);
  const released = { state: 'approved', capture: 'failed', releasedAmount: 24_900 } as const;
  expect(capturableMinor(samplePayment(released))).toBe(0);
});

test.each(['capture_delayed', 'refund_delayed', 'release_delayed', 'stop_delayed'] as const)(
  '[P2] while there is "%s" nothing else is offered',
  (code) => {
    const amount = { value: 24_900, currency: 'NOK' } as const;
    const given = { ...captured, amount, capturedAmount: 20_000 } as const;
    const before = sampleSignUp(given, { status: 'active' });
    expect([capturableMinor(before), refundableMinor(before), canStop(before)]).toEqual([
      4_900,
      20_000,
      true,
    ]);
    const moving = sampleSignUp({ ...given, ...because(code) }, { status: 'active' });
    expect([capturableMinor(moving), refundableMinor(moving), canStop(moving)]).toEqual([0, 0, false]);
  },
);

test('only an active agreement can be stopped', () => {
  for (const status of ['pending', 'stopping', 'stopped', 'expired'] as const) {
    expect(canStop(sampleSignUp({ state: 'approved' }, { status }))).toBe(false);
  }
  expect(canStop(sampleSignUp({ state: 'approved' }, { status: 'active' }))).toBe(true);
  expect(canStop(samplePayment(captured))).toBe(false);
});

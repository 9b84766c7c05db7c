import { expect, test } from 'vitest';
import { samplePayment, sampleSignUp } from '../../testing/sample-payment.ts';
import {
  afterPuttingAway,
  afterSeeing,
  followEveryMs,
  isSettled,
  nothingFollowed,
} from './followed-payment.ts';

const approved = samplePayment({ state: 'approved', capture: 'pending', version: 4 });
const showing = afterSeeing(nothingFollowed, approved);

test('a result stays when the till has gone idle', () => {
  expect(afterSeeing(showing, null).payment).toBe(approved);
});

test('a result that was put away does not come back while the till still shows it', () => {
  const away = afterPuttingAway(showing);
  expect(afterSeeing(away, { ...approved, version: 5 }).payment).toBeNull();
});

test('the next payment takes the place of the last', () => {
  const next = samplePayment({ reference: 'next' });
  expect(afterSeeing(showing, next).payment).toBe(next);
  expect(afterSeeing(afterPuttingAway(showing), next).payment).toBe(next);
});

test('a newer version is taken in, an older one is not', () => {
  const captured = { ...approved, capture: 'captured' as const, version: 5 };
  expect(afterSeeing(showing, captured).payment).toBe(captured);
  expect(afterSeeing(showing, { ...approved, version: 3 })).toBe(showing);
});

test('a payment is followed until its money is where it belongs', () => {
  expect(isSettled(approved)).toBe(false);
  expect(isSettled({ ...approved, capture: 'captured' })).toBe(true);
  expect(isSettled({ ...approved, capture: 'none' })).toBe(true);
  const agreed = (status: 'active' | 'stopping') => sampleSignUp({ state: 'approved' }, { status });
  expect(isSettled(agreed('active'))).toBe(true);
  expect(isSettled(agreed('stopping'))).toBe(false);
  expect(isSettled(samplePayment({ state: 'closing' }))).toBe(false);
  expect(isSettled(samplePayment({ state: 'expired' }))).toBe(true);
});

test('[P3] money on its way back is followed closely, and late money is found on what was settled', () => {
  const cancelled = samplePayment({ state: 'cancelled' });
  const captured = samplePayment({ state: 'approved', capture: 'captured' });
  for (const [payment, code] of [
    [cancelled, 'late_money'],
    [captured, 'refund_delayed'],
  ] as const) {
    const moving = { ...payment, problem: { code, message: '' } };
    expect(isSettled(payment)).toBe(true);
    expect(isSettled(moving)).toBe(false);
    expect(followEveryMs(moving)).toBeLessThan(followEveryMs(payment));
    expect(followEveryMs(payment)).toBeLessThanOrEqual(15_000);
  }
});

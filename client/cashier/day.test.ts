import { expect, test } from 'vitest';
import { type PaymentView, states } from '../../server/contract.ts';
import { samplePayment } from '../ui/sample-payment.ts';
import {
  attentionOf,
  capturableMinor,
  concernedMinor,
  refundableMinor,
  startOfDayMs,
  sumsOf,
  tagOf,
} from './day.ts';

const tagName = (given: Partial<PaymentView>) => tagOf(samplePayment(given)).name;
const captured = { state: 'approved', capture: 'captured', capturedAmount: 89_600 } as const;

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

test('[P1] "Captured" is said only of captured money', () => {
  expect(tagName(captured)).toBe('captured');
  expect(tagName({ ...captured, refundedAmount: 89_600 })).toBe('refunded');
  expect(tagName({ ...captured, refundedAmount: 12_000 })).toBe('captured');
  expect(tagName({ state: 'approved', capture: 'none' })).toBe('reserved');
  expect(tagName({ state: 'approved', capture: 'pending' })).toBe('capturing');
  expect(states.filter((state) => tagName({ state, capture: 'captured' }) === 'captured')).toEqual([
    'approved',
  ]);
});

test('a capture that does not come through is called delayed and needs attention', () => {
  const delayed = {
    state: 'approved',
    capture: 'pending',
    problem: { code: 'capture_failed', message: '' },
  } as const;
  expect(tagName(delayed)).toBe('captureDelayed');
  expect(attentionOf(samplePayment(delayed))).toBe('capture_failed');
});

test('a capture that was refused is called that, and can be asked for again', () => {
  const problem = { code: 'capture_failed', message: '' } as const;
  const refused = { state: 'approved', capture: 'failed', problem } as const;
  expect(tagName(refused)).toBe('captureFailed');
  expect(attentionOf(samplePayment(refused))).toBe('capture_failed');
  expect(capturableMinor(samplePayment(refused))).toBe(24_900);
  const inPart = samplePayment({ ...refused, capture: 'captured', capturedAmount: 4_900 });
  expect(capturableMinor(inPart)).toBe(20_000);
  expect(concernedMinor(inPart, 'capture_failed')).toBe(20_000);
});

test('[P3] only reserved money that nobody captures by itself is offered for capture', () => {
  const capturable = (given: Partial<PaymentView>) => capturableMinor(samplePayment(given));
  expect(states.filter((state) => capturable({ state, capture: 'none' }) > 0)).toEqual(['approved']);
  expect(capturable({ state: 'approved', capture: 'pending' })).toBe(0);
  expect(capturable(captured)).toBe(0);
});

test('who ended a payment is told', () => {
  expect(tagName({ state: 'cancelled', endedBy: 'customer' })).toBe('cancelledByCustomer');
  expect(tagName({ state: 'cancelled', endedBy: 'staff' })).toBe('cancelled');
  expect(tagName({ state: 'expired', endedBy: 'timeout' })).toBe('expired');
});

test('[P3] money that was released is told, and needs attention', () => {
  const late = { state: 'cancelled', problem: { code: 'released', message: '' } } as const;
  expect(tagName(late)).toBe('released');
  expect(attentionOf(samplePayment(late))).toBe('released');
});

test('a declined card or a lost connection needs nobody', () => {
  expect(attentionOf(samplePayment({ problem: { code: 'declined', message: '' } }))).toBeNull();
  expect(attentionOf(samplePayment({ problem: { code: 'vipps_unavailable', message: '' } }))).toBeNull();
});

test('[P9] no more can be refunded than is left', () => {
  expect(refundableMinor(samplePayment({ ...captured, refundedAmount: 12_000 }))).toBe(77_600);
  expect(refundableMinor(samplePayment({ state: 'approved', capture: 'none' }))).toBe(0);
});

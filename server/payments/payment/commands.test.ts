// What people may ask for once a payment is paid, and what is ordered then.
import { describe, expect, it } from 'vitest';
import { having, policy, refusal } from '../../testing/life.ts';
import { aPayment } from '../../testing/payments.ts';
import { anAgreement } from '../../testing/vipps.ts';
import { apply } from './transitions.ts';
import type { Payment, PaymentEvent } from './types.ts';

const reserved = aPayment({ state: 'approved', reservedAmount: 24_900 });
const captured: Payment = { ...reserved, capture: 'captured', capturedAmount: 24_900 };
const partly: Payment = { ...reserved, capture: 'captured', capturedAmount: 10_000 };
const member: Payment = { ...partly, agreement: { ...anAgreement(24_900), stop: 'none' } };

const capture: PaymentEvent = { type: 'capture', amount: null };
const refund: PaymentEvent = { type: 'refund', amount: 100 };
const release: PaymentEvent = { type: 'release' };
const stop: PaymentEvent = { type: 'stop' };

const asking = (payment: Payment, wish: PaymentEvent) => () => apply(payment, wish, policy);
const withProblem = (payment: Payment, code: NonNullable<Payment['problem']>['code']): Payment => ({
  ...payment,
  problem: { code, message: 'no' },
});

describe('[P2] one operation at a time', () => {
  const wishes: [string, PaymentEvent][] = [
    ['capture', capture],
    ['refund', refund],
    ['release', release],
    ['stop', stop],
  ];

  for (const [underWay, says] of [
    [capture, 'A capture is already under way'],
    [refund, 'A refund is already under way'],
    [release, 'A release is already under way'],
    [stop, 'It is being stopped'],
  ] as const) {
    it.each(wishes)(`while one is under way (${underWay.type}), no %s is ordered`, (_, wish) => {
      const busy = having(member, underWay);
      expect(asking(busy, wish)).toThrow(refusal('wrong_state', says));
    });
  }
});

describe('a capture', () => {
  it('is of what is reserved, and neither captured nor given back', () => {
    const left: Payment = { ...partly, releasedAmount: 5_000 };
    expect(apply(left, capture, policy).order).toEqual({ kind: 'capture', amount: 9_900 });
    expect(apply(left, { type: 'capture', amount: 9_900 }, policy).order?.amount).toBe(9_900);
    expect(asking(left, { type: 'capture', amount: 9_901 })).toThrow(
      refusal('amount_out_of_range', 'At most 9900 (minor units) can be captured'),
    );
  });

  it('is refused where nothing is left', () => {
    expect(asking(captured, capture)).toThrow(
      refusal('wrong_state', 'Nothing is left that could be captured'),
    );
  });
});

describe('a refund', () => {
  it('is refused where nothing was captured', () => {
    expect(asking(reserved, refund)).toThrow(refusal('wrong_state', 'Nothing was captured'));
  });

  it('is of no more than is captured and not refunded', () => {
    const left: Payment = { ...captured, refundedAmount: 900 };
    expect(apply(left, { type: 'refund', amount: 24_000 }, policy).order).toEqual({
      kind: 'refund',
      amount: 24_000,
    });
    expect(asking(left, { type: 'refund', amount: 24_001 })).toThrow(
      refusal('refund_exceeds_captured', 'At most 24000 (minor units) can be refunded'),
    );
  });

  it('[P8] is of no more in all than the person who asks may refund', () => {
    const left: Payment = { ...captured, refundedAmount: 900 };
    const cashier = (amount: number): PaymentEvent => ({ type: 'refund', amount, upTo: 1_000 });
    expect(apply(left, cashier(100), policy).payment.refundingAmount).toBe(100);
    expect(asking(left, cashier(101))).toThrow(refusal('approval_required', 'A manager has to approve this'));
  });

  it('that is tried again is not said to have failed any more', () => {
    const failed = withProblem(captured, 'refund_failed');
    expect(having(failed, refund).problem).toBeNull();
    const other = withProblem(captured, 'paid_late');
    expect(having(other, refund).problem?.code).toBe('paid_late');
  });
});

describe('a release', () => {
  it('[P8] is of no more, with what was given back before, than the person who asks may refund', () => {
    const cashier = (upTo: number): PaymentEvent => ({ type: 'release', upTo });
    const left: Payment = { ...reserved, capturedAmount: 1_000, refundedAmount: 900 };
    const amount = left.reservedAmount - 1_000;
    expect(apply(left, cashier(amount + 900), policy).payment.releasingAmount).toBe(amount);
    expect(asking(left, cashier(amount + 899))).toThrow(
      refusal('approval_required', 'A manager has to approve this'),
    );
  });

  it('is of all that is reserved, and neither captured nor given back', () => {
    const { payment, order } = apply({ ...partly, releasedAmount: 5_000 }, release, policy);
    expect(order).toEqual({ kind: 'release', amount: 9_900 });
    expect(payment).toMatchObject({ state: 'approved', releasingAmount: 9_900 });
  });

  it('is refused where nothing is reserved any more', () => {
    expect(asking(captured, release)).toThrow(refusal('wrong_state', 'Nothing is reserved any more'));
  });

  it.each(['release_failed', 'capture_failed'] as const)('puts an end to %s', (code) => {
    expect(having(withProblem(partly, code), release).problem).toBeNull();
  });
});

describe('the stop of an agreement', () => {
  it('is ordered, and the agreement runs until Vipps has confirmed it', () => {
    const { payment, order } = apply(member, stop, policy);
    expect(order).toEqual({ kind: 'stop', amount: member.reservedAmount - member.capturedAmount });
    expect(payment.agreement).toEqual({ ...member.agreement, stop: 'pending' });
  });

  it('[P8] gives back what is reserved, of no more in all than the person who asks may release', () => {
    const first: Payment = { ...member, reservedAmount: 24_900, capturedAmount: 900, refundedAmount: 900 };
    const cashier = (upTo: number): PaymentEvent => ({ type: 'stop', upTo });
    expect(apply(first, cashier(24_900), policy).order).toEqual({ kind: 'stop', amount: 24_000 });
    const refused = refusal('approval_required', 'A manager has to approve this');
    expect(asking(first, cashier(24_899))).toThrow(refused);
    expect(asking({ ...first, capture: 'failed' }, cashier(0))).toThrow(refused);
  });

  it('[P8] that gives nothing back is for everybody', () => {
    const paid: Payment = { ...member, reservedAmount: 900, capturedAmount: 900, refundedAmount: 900 };
    expect(apply(paid, { type: 'stop', upTo: 0 }, policy).order).toEqual({ kind: 'stop', amount: 0 });
  });

  it('that is tried again is not said to have failed any more', () => {
    expect(having(withProblem(member, 'stop_failed'), stop).problem).toBeNull();
  });

  it('is refused for a sale, and for an agreement that is stopped', () => {
    expect(asking(captured, stop)).toThrow(refusal('wrong_state', 'This is no agreement'));
    const over = having(member, stop, { type: 'stopped', capturedAmount: 0, releasedAmount: 14_900 });
    expect(asking(over, stop)).toThrow(refusal('wrong_state', 'The agreement is stopped already'));
  });
});

import { describe, expect, it } from 'vitest';
import { aPayment, seen } from '../../testing/payments.ts';
import { apply } from './transitions.ts';
import type { Payment, PaymentEvent } from './types.ts';

const policy = { nowMs: 1_000, steadyMs: 1_000, capture: 'auto', superseded: false } as const;
const having = (payment: Payment, ...events: PaymentEvent[]) =>
  events.reduce((before, event) => apply(before, event, policy).payment, payment);

const reserved = seen({ scanned: true, reservedAmount: 24_900 });
const captured = seen({ scanned: true, reservedAmount: 24_900, capturedAmount: 24_900 });
const looked = (observation: typeof reserved) => ({ type: 'observed', observation }) as const;
const closing = (closingFor: Payment['closingFor']) => aPayment({ state: 'closing', closingFor });

describe('[P3] money that is captured after Vipps has accepted our cancel', () => {
  const seenAfter: PaymentEvent = { ...looked(captured), afterCancel: true };

  it.each([
    ['staff', 'cancelled', 'staff'],
    ['timeout', 'expired', 'timeout'],
    ['start', 'failed', null],
  ] as const)('is refunded where it is closing for %s', (closingFor, state, endedBy) => {
    const { payment, order } = apply(closing(closingFor), seenAfter, policy);
    expect(payment).toMatchObject({
      state,
      endedBy,
      refundingAmount: 24_900,
      problem: { code: 'late_money' },
    });
    expect(order).toEqual({ kind: 'refund', amount: 24_900 });
  });
});

it('[P3] money that is shown, of a code that ran out, after Vipps has accepted our cancel is not paid: it goes back', () => {
  const seenHeld = looked(reserved);
  expect(apply(closing('timeout'), seenHeld, policy).payment.state).toBe('approved');
  const after = apply(closing('timeout'), { ...seenHeld, afterCancel: true }, policy);
  expect(after).toMatchObject({ payment: { state: 'closing', capture: 'none' }, order: null });
});

describe('[P3] money that turns up after the end', () => {
  for (const state of ['cancelled', 'expired', 'failed'] as const) {
    const over = aPayment({ state });

    it(`of a payment that is ${state} is said to be on its way back until it is released`, () => {
      const found = apply(over, looked(reserved), policy);
      expect(found.payment).toMatchObject({ state, problem: { code: 'late_money' }, capture: 'none' });
      expect(found.order).toBeNull();
      const released = having(found.payment, { type: 'voided' });
      expect(released).toMatchObject({ state, problem: { code: 'released' } });
    });

    it(`of a payment that is ${state} is refunded in full when it was captured`, () => {
      const { payment, order } = apply(over, looked(captured), policy);
      expect(order).toEqual({ kind: 'refund', amount: 24_900 });
      expect(payment).toMatchObject({ state, refundingAmount: 24_900, problem: { code: 'late_money' } });
      const back = having(payment, { type: 'refunded', refundedAmount: 24_900 });
      expect(back).toMatchObject({ state, refundedAmount: 24_900, refundingAmount: 0 });
      expect(back.problem).toMatchObject({ code: 'late_refunded' });
    });
  }

  it('is refunded once, however often it is seen', () => {
    const { payment } = apply(aPayment({ state: 'expired' }), looked(captured), policy);
    expect(apply(payment, looked(captured), policy).order).toBeNull();
    const back = having(payment, { type: 'refunded', refundedAmount: 24_900 });
    const again = apply(back, looked({ ...captured, refundedAmount: 24_900 }), policy);
    expect(again.order).toBeNull();
    expect(again.payment.problem).toMatchObject({ code: 'late_refunded' });
  });

  it('of which more is captured while a part is being refunded is refunded afterwards', () => {
    const part = { ...reserved, capturedAmount: 5_000 };
    const first = apply(aPayment({ state: 'cancelled' }), looked(part), policy).payment;
    const more = { ...reserved, capturedAmount: 9_000 };
    const meanwhile = apply(first, looked(more), policy);
    expect(meanwhile).toMatchObject({ payment: { refundingAmount: 5_000 }, order: null });
    const back = having(meanwhile.payment, { type: 'refunded', refundedAmount: 5_000 });
    const again = apply(back, looked({ ...more, refundedAmount: 5_000 }), policy);
    expect(again.order).toEqual({ kind: 'refund', amount: 4_000 });
    expect(again.payment).toMatchObject({ capturedAmount: 9_000, problem: { code: 'late_money' } });
  });

  it('is refunded but for what has been refunded at Vipps already', () => {
    const partly = looked({ ...captured, refundedAmount: 10_000 });
    expect(apply(aPayment({ state: 'expired' }), partly, policy).order?.amount).toBe(14_900);
  });

  it('is left to staff once Vipps has refused to refund it, and they can ask for it again', () => {
    const problem = { code: 'refund_failed', message: 'no' } as const;
    const { payment } = apply(aPayment({ state: 'cancelled' }), looked(captured), policy);
    const refused = having(payment, { type: 'refund_refused', problem });
    expect(refused).toMatchObject({ refundingAmount: 0, problem });
    expect(apply(refused, looked(captured), policy).order).toBeNull();
    expect(apply(refused, { type: 'refund', amount: 24_900 }, policy).order?.amount).toBe(24_900);
  });

  it('is not forgotten when staff refund a part of it', () => {
    const problem = { code: 'refund_failed', message: 'no' } as const;
    const kept = aPayment({ state: 'cancelled', capturedAmount: 24_900, problem });
    const part = having(kept, { type: 'refund', amount: 900 }, { type: 'refunded', refundedAmount: 900 });
    expect(part.problem).toEqual(problem);
    const rest = having(part, { type: 'refund', amount: 24_000 });
    expect(having(rest, { type: 'refunded', refundedAmount: 24_900 }).problem?.code).toBe('late_refunded');
  });

  it('is not made up from a reservation that had been released before the end was seen', () => {
    const voided = looked({ ...reserved, cancelled: true });
    const ended = having(aPayment({ state: 'scanned' }), voided);
    expect(ended).toMatchObject({ state: 'cancelled', endedBy: 'customer', problem: null });
    expect(having(ended, voided)).toBe(ended);
  });

  it('is no matter when a poll shows none: nothing is written', () => {
    const over = aPayment({ state: 'expired' });
    for (const shown of [seen(), seen({ scanned: true }), seen({ scanned: true, declined: true })]) {
      expect(having(over, looked(shown))).toBe(over);
    }
  });

  it('cannot be refunded where there is none', () => {
    const wish = () => apply(aPayment({ state: 'cancelled' }), { type: 'refund', amount: 100 }, policy);
    expect(wish).toThrow(expect.objectContaining({ code: 'wrong_state' }));
  });
});

describe('[P3] a customer who paid while the payment was being closed', () => {
  const outcome = (closingFor: Payment['closingFor'], shown: typeof reserved, superseded: boolean) =>
    apply(closing(closingFor), looked(shown), { ...policy, superseded }).payment;

  it('is offered a refund when it was captured before the cancel arrived', () => {
    for (const closingFor of ['staff', 'start'] as const) {
      const paid = outcome(closingFor, captured, false);
      expect(paid).toMatchObject({ state: 'approved', problem: { code: 'paid_late' } });
      const refunding = having(paid, { type: 'refund', amount: 24_900 });
      expect(having(refunding, { type: 'refunded', refundedAmount: 24_900 }).problem).toBeNull();
    }
  });

  it('has simply paid when time ran out meanwhile', () => {
    expect(outcome('timeout', reserved, false)).toMatchObject({ state: 'approved', problem: null });
    expect(outcome('timeout', captured, false)).toMatchObject({ state: 'approved', problem: null });
  });

  it('gets the reservation back when the till has begun another sale since', () => {
    const closed = outcome('timeout', reserved, true);
    expect(closed).toMatchObject({ state: 'closing', reservedAmount: 24_900, capture: 'none' });
    const gone = having(closed, looked(seen({ reservedAmount: 24_900, cancelled: true })));
    expect(gone).toMatchObject({ state: 'expired', endedBy: 'timeout', problem: { code: 'released' } });
  });

  it('gets back what Vipps captured by itself when the till has begun another sale since', () => {
    const soldAgain = { ...policy, superseded: true };
    const { payment, order } = apply(closing('timeout'), looked(captured), soldAgain);
    expect(order).toEqual({ kind: 'refund', amount: 24_900 });
    const ended = { state: 'expired', endedBy: 'timeout', capture: 'none', problem: { code: 'late_money' } };
    expect(payment).toMatchObject(ended);
    const back = having(payment, { type: 'refunded', refundedAmount: 24_900 });
    expect(back).toMatchObject({ refundedAmount: 24_900, problem: { code: 'late_refunded' } });
  });

  it('is noted when staff had cancelled, while the money is captured and partly refunded', () => {
    const paid = having(outcome('staff', captured, true), { type: 'captured', capturedAmount: 24_900 });
    expect(paid).toMatchObject({ capture: 'captured', problem: { code: 'paid_late' } });
    const part = having(paid, { type: 'refund', amount: 900 }, { type: 'refunded', refundedAmount: 900 });
    expect(part.problem).toMatchObject({ code: 'paid_late' });
  });
});

describe('operations that do not come through', () => {
  const problem = { code: 'capture_delayed', message: 'not yet' } as const;
  const pending = aPayment({ state: 'approved', capture: 'pending', reservedAmount: 24_900 });

  it('are shown to staff until they do', () => {
    const late = having(pending, { type: 'capture_delayed', problem });
    expect(late).toMatchObject({ capture: 'pending', problem });
    expect(having(late, { type: 'captured', capturedAmount: 24_900 }).problem).toBeNull();
  });

  it('do not cover what asks for a decision', () => {
    const paidLate = { ...pending, problem: { code: 'paid_late', message: '' } as const };
    expect(having(paidLate, { type: 'capture_delayed', problem })).toBe(paidLate);
    const refused = { code: 'refund_failed', message: 'no' } as const;
    const ended = aPayment({ state: 'cancelled', capturedAmount: 24_900, problem: refused });
    const part = having(ended, { type: 'refund', amount: 900 });
    expect(having(part, { type: 'refund_delayed', problem })).toBe(part);
  });
});

import { describe, expect, it } from 'vitest';
import { having, observed, policy, refusal } from '../../testing/life.ts';
import { aPayment, tenMinutesMs } from '../../testing/payments.ts';
import { problem } from './problems.ts';
import { apply } from './transitions.ts';

const manual = { ...policy, capture: 'manual' } as const;

const reserved = observed({ scanned: true, reservedAmount: 24_900 });
const captured = aPayment({
  state: 'approved',
  capture: 'captured',
  reservedAmount: 24_900,
  capturedAmount: 24_900,
});

describe('approval', () => {
  it('[P2] orders the capture together with the approval', () => {
    const { payment, order } = apply(aPayment({ state: 'scanned' }), reserved, policy);
    expect(order).toEqual({ kind: 'capture', amount: 24_900 });
    expect(payment).toMatchObject({ state: 'approved', capture: 'pending', reservedAmount: 24_900 });
  });

  it('orders nothing when capture is manual', () => {
    const { payment, order } = apply(aPayment({ state: 'scanned' }), reserved, manual);
    expect(order).toBeNull();
    expect(payment).toMatchObject({ state: 'approved', capture: 'none', reservedAmount: 24_900 });
  });

  it('orders nothing for a SALE, which Vipps has captured already', () => {
    const sale = observed({ reservedAmount: 24_900, capturedAmount: 24_900 });
    const { payment, order } = apply(aPayment(), sale, policy);
    expect(order).toBeNull();
    expect(payment).toMatchObject({ state: 'approved', capture: 'captured', capturedAmount: 24_900 });
  });

  it('forgets a card that was declined before', () => {
    const declined = having(aPayment(), observed({ scanned: true, declined: true }));
    expect(declined).toMatchObject({ state: 'scanned', problem: { code: 'declined' } });
    expect(having(declined, reserved).problem).toBeNull();
  });

  it('is not there yet while one card after the other is declined, and the same is written once', () => {
    const declined = observed({ scanned: true, declined: true });
    const first = having(aPayment(), declined);
    expect(having(first, declined)).toBe(first);
  });

  it('is not taken back by an older answer that shows less', () => {
    const older = observed({ reservedAmount: 24_900, capturedAmount: 5_000 });
    expect(having(captured, older).capturedAmount).toBe(24_900);
  });
});

describe('closing', () => {
  it('[P3] keeps closing while reserved money is released after a cancel, and tells staff', () => {
    const closing = having(aPayment({ state: 'scanned' }), { type: 'cancel' }, reserved);
    expect(closing).toMatchObject({ state: 'closing', closingFor: 'staff', capture: 'none' });
    const ended = having(closing, { type: 'voided' });
    expect(ended).toMatchObject({ state: 'cancelled', endedBy: 'staff', problem: { code: 'released' } });
  });

  it('[P3] tells staff also when the money is only seen after the cancel was accepted', () => {
    const ended = having(aPayment(), { type: 'cancel' }, { type: 'voided' });
    expect(ended.problem).toBeNull();
    const poll = observed({ scanned: true, reservedAmount: 24_900, cancelled: true });
    expect(having(ended, poll)).toMatchObject({ state: 'cancelled', problem: { code: 'released' } });
  });

  it('[P3] never orders a capture for a payment that was cancelled', () => {
    const closing = aPayment({ state: 'closing', closingFor: 'staff' });
    expect(apply(closing, reserved, policy).order).toBeNull();
  });

  it('takes the money of a customer who approved as time ran out', () => {
    const late = apply(aPayment({ state: 'closing', closingFor: 'timeout' }), reserved, policy);
    expect(late.payment).toMatchObject({ state: 'approved', capture: 'pending', endedBy: null });
  });

  it('[P1] follows Vipps in that time ran out, and ends as such only after another poll', () => {
    const ranOut = observed({ expired: true });
    const closing = having(aPayment(), ranOut);
    expect(closing).toMatchObject({ state: 'closing', closingFor: 'timeout' });
    expect(having(closing, ranOut)).toMatchObject({ state: 'expired', endedBy: 'timeout', problem: null });
    const paid = observed({ expired: true, reservedAmount: 24_900 });
    expect(having(closing, paid)).toMatchObject({ state: 'approved' });
    const scanned = aPayment({ state: 'scanned' });
    expect(having(scanned, ranOut)).toMatchObject({ state: 'closing', closingFor: 'timeout' });
  });

  it('says who ended it', () => {
    const gone = observed({ cancelled: true });
    expect(having(aPayment(), gone).endedBy).toBe('customer');
    expect(having(aPayment(), { type: 'cancel' }, gone).endedBy).toBe('staff');
    expect(having(aPayment({ state: 'closing', closingFor: 'timeout' }), gone).endedBy).toBe('timeout');
    expect(having(aPayment({ state: 'closing', closingFor: 'start' }), gone).endedBy).toBeNull();
  });

  it('stays closing for what it was first closing for', () => {
    const late = { ...policy, steadyMs: tenMinutesMs };
    const cancelled = apply(aPayment(), { type: 'cancel' }, policy).payment;
    expect(apply(cancelled, { type: 'clock', watchedMs: 0 }, late).payment.closingFor).toBe('staff');
    const ranOut = apply(aPayment(), { type: 'clock', watchedMs: 0 }, late).payment;
    expect(apply(ranOut, { type: 'clock', watchedMs: 0 }, late).payment.closingFor).toBe('timeout');
  });

  it('[P3] releases what is reserved once staff have cancelled, also when time had run out before', () => {
    const ranOut = aPayment({ state: 'closing', closingFor: 'timeout' });
    const { payment, order } = apply(having(ranOut, { type: 'cancel' }), reserved, policy);
    expect(payment).toMatchObject({ state: 'closing', closingFor: 'staff' });
    expect(order).toBeNull();
  });

  it('keeps why it could not be started until the end', () => {
    const problem = { code: 'vipps_rejected', message: 'no' } as const;
    const started = aPayment({ state: 'started', qrExpiresAtMs: null });
    const closing = having(started, { type: 'unfinished', problem }, observed({}), { type: 'unreachable' });
    expect(having(closing, { type: 'absent' })).toMatchObject({ state: 'failed', problem });
  });

  it('is over once Vipps does not know the order, and not before', () => {
    const unknown = having(aPayment(), { type: 'unreachable' }, { type: 'unknown' });
    expect(unknown).toMatchObject({ state: 'presented', problem: { code: 'vipps_unavailable' } });
    const closing = having(unknown, { type: 'cancel' }, { type: 'unknown' }, { type: 'unreachable' });
    expect(closing).toMatchObject({ state: 'closing', problem: { code: 'unknown_order' } });
    expect(having(closing, observed({})).problem).toBeNull();
    const cancelled = having(closing, { type: 'absent' });
    expect(cancelled).toMatchObject({ state: 'cancelled', endedBy: 'staff', problem: null });
  });

  it('leaves a sale that is over as it is when staff cancel it once more', () => {
    const cancelled = having(aPayment(), { type: 'cancel' }, { type: 'voided' });
    expect(having(cancelled, { type: 'cancel' })).toBe(cancelled);
    const customer = having(aPayment(), observed({ cancelled: true }));
    expect(having(customer, { type: 'cancel' })).toBe(customer);
  });

  it('closes for staff [P3] when they cancel a start that did not end', () => {
    const closing = aPayment({
      state: 'closing',
      closingFor: 'start',
      problem: problem('vipps_unavailable'),
    });
    const cancelled = having(closing, { type: 'cancel' });
    expect(cancelled).toMatchObject({ state: 'closing', closingFor: 'staff', problem: closing.problem });
  });

  it('gives back [P3] what a lost database had sold once staff have cancelled it', () => {
    const closing = aPayment({ state: 'closing', closingFor: 'start', qrExpiresAtMs: null });
    expect(having(closing, reserved).state).toBe('approved');
    expect(having(closing, { type: 'cancel' }, reserved).state).toBe('closing');
  });

  it('shows no QR that comes after the cancel', () => {
    const started = aPayment({ state: 'started', qrExpiresAtMs: null });
    const late = having(started, { type: 'cancel' }, { type: 'presented', qrExpiresAtMs: 9_000 });
    expect(late).toMatchObject({ state: 'closing', qrExpiresAtMs: null });
  });
});

describe('time', () => {
  const at = (steadyMs: number) => ({ ...policy, steadyMs });

  it('closes a QR that nobody scanned when the QR itself ends, not later', () => {
    const shown = aPayment({ qrExpiresAtMs: 300_000 });
    expect(apply(shown, { type: 'clock', watchedMs: 0 }, at(299_999)).payment.state).toBe('presented');
    expect(apply(shown, { type: 'clock', watchedMs: 0 }, at(300_000)).payment).toMatchObject({
      state: 'closing',
      closingFor: 'timeout',
    });
  });

  it('gives a customer who has scanned until the payment itself ends', () => {
    const scanned = aPayment({ state: 'scanned', qrExpiresAtMs: 300_000 });
    expect(apply(scanned, { type: 'clock', watchedMs: 0 }, at(599_999)).payment.state).toBe('scanned');
    expect(apply(scanned, { type: 'clock', watchedMs: 0 }, at(600_000)).payment.state).toBe('closing');
  });

  it('ends no later than a whole life after we began to watch, whatever deadline is stored', () => {
    const far = aPayment({ qrExpiresAtMs: 100 * tenMinutesMs, expiresAtMs: 100 * tenMinutesMs });
    const stateAfter = (watchedMs: number) => apply(far, { type: 'clock', watchedMs }, at(0)).payment.state;
    expect([stateAfter(tenMinutesMs - 1), stateAfter(tenMinutesMs)]).toEqual(['presented', 'closing']);
  });
});

describe('[P6] failed looks', () => {
  const unavailable = { code: 'vipps_unavailable', message: 'no answer' } as const;

  it.each(['presented', 'scanned', 'closing'] as const)(
    'change nothing of a payment that is %s but a note that we are asking again',
    (state) => {
      const lost = having(aPayment({ state }), { type: 'unreachable' });
      expect(lost).toMatchObject({ state, problem: { code: 'vipps_unavailable' } });
      expect(having(lost, observed()).problem).toBeNull();
    },
  );

  it('are said instead of a card that was declined, and of nothing else', () => {
    const declined = having(aPayment(), observed({ scanned: true, declined: true }), { type: 'unreachable' });
    expect(declined.problem?.code).toBe('vipps_unavailable');
    const late = aPayment({ state: 'closing', problem: { code: 'late_money', message: '' } });
    expect(having(late, { type: 'unreachable' })).toBe(late);
  });

  it('are forgotten when the payment is over', () => {
    const lost = having(aPayment(), { type: 'unreachable' });
    expect(having(lost, observed({ cancelled: true }))).toMatchObject({ state: 'cancelled', problem: null });
  });

  it('of a start stay why it failed, whatever a later look shows', () => {
    const problem = unavailable;
    const closing = aPayment({ state: 'closing', closingFor: 'start', problem });
    const failed = aPayment({ state: 'failed', problem });
    for (const before of [closing, failed]) {
      expect(having(before, observed())).toBe(before);
      expect(having(before, observed({ scanned: true, declined: true }))).toBe(before);
    }
  });

  it('say nothing on a payment that is over', () => {
    expect(having(captured, { type: 'unreachable' })).toBe(captured);
  });
});

describe('captures', () => {
  const waiting = aPayment({ state: 'approved', reservedAmount: 24_900 });

  it('take all that is left when no amount is named', () => {
    const part = having(
      waiting,
      { type: 'capture', amount: 10_000 },
      { type: 'captured', capturedAmount: 10_000 },
    );
    const { payment, order } = apply(part, { type: 'capture', amount: null }, policy);
    expect(order).toEqual({ kind: 'capture', amount: 14_900 });
    expect(payment.capture).toBe('pending');
  });

  it('take no more than is reserved', () => {
    const tooMuch = () => having(waiting, { type: 'capture', amount: 24_901 });
    expect(tooMuch).toThrow(refusal('amount_out_of_range'));
    expect(() => having(captured, { type: 'capture', amount: null })).toThrow(refusal('wrong_state'));
  });

  it('go one at a time', () => {
    const pending = having(waiting, { type: 'capture', amount: 100 });
    expect(() => having(pending, { type: 'capture', amount: 100 })).toThrow(refusal('wrong_state'));
  });

  it('are over with their own answer only, whatever a poll shows meanwhile', () => {
    const pending = having(waiting, { type: 'capture', amount: null });
    const poll = having(pending, observed({ reservedAmount: 24_900, capturedAmount: 24_900 }));
    expect(poll).toMatchObject({ capture: 'pending', capturedAmount: 24_900 });
    expect(having(poll, { type: 'captured', capturedAmount: 24_900 }).capture).toBe('captured');
  });

  it('that Vipps refuses are shown to staff and can be tried again', () => {
    const problem = { code: 'capture_failed', message: 'no' } as const;
    const failed = having(waiting, { type: 'capture', amount: null }, { type: 'capture_refused', problem });
    expect(failed).toMatchObject({ state: 'approved', capture: 'failed', problem });
    expect(having(failed, { type: 'capture', amount: null })).toMatchObject({
      capture: 'pending',
      problem: null,
    });
  });
});

describe('refunds', () => {
  it('give back no more than was captured', () => {
    expect(() => having(captured, { type: 'refund', amount: 24_901 })).toThrow(
      refusal('refund_exceeds_captured'),
    );
    const part = having(captured, { type: 'refund', amount: 900 }, { type: 'refunded', refundedAmount: 900 });
    expect(part).toMatchObject({ refundedAmount: 900, refundingAmount: 0 });
    expect(() => having(part, { type: 'refund', amount: 24_001 })).toThrow(
      refusal('refund_exceeds_captured'),
    );
  });

  it('go one at a time', () => {
    const pending = having(captured, { type: 'refund', amount: 900 });
    expect(pending.refundingAmount).toBe(900);
    expect(() => having(pending, { type: 'refund', amount: 900 })).toThrow(refusal('wrong_state'));
  });

  it('wait for a capture that is under way, and captures for a refund', () => {
    const partly = { ...captured, capturedAmount: 10_000 };
    const capturing = having(partly, { type: 'capture', amount: 100 });
    expect(() => having(capturing, { type: 'refund', amount: 100 })).toThrow(refusal('wrong_state'));
    const refunding = having(partly, { type: 'refund', amount: 100 });
    expect(() => having(refunding, { type: 'capture', amount: 100 })).toThrow(refusal('wrong_state'));
  });

  it('that Vipps refuses leave the amounts as they were', () => {
    const problem = { code: 'refund_failed', message: 'no' } as const;
    const refused = having(captured, { type: 'refund', amount: 900 }, { type: 'refund_refused', problem });
    expect(refused).toMatchObject({ refundedAmount: 0, refundingAmount: 0, problem });
  });
});

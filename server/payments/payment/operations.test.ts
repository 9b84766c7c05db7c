// What Vipps has done, refused or keeps waiting of what was asked for.
import { describe, expect, it } from 'vitest';
import { having, observed, policy } from '../../testing/life.ts';
import { aPayment } from '../../testing/payments.ts';
import { anAgreement } from '../../testing/vipps.ts';
import type { Payment } from './types.ts';

const partly = aPayment({
  state: 'approved',
  capture: 'captured',
  reservedAmount: 24_900,
  capturedAmount: 10_000,
});
const member: Payment = { ...partly, agreement: { ...anAgreement(24_900), stop: 'none' } };
const withProblem = (payment: Payment, code: NonNullable<Payment['problem']>['code']): Payment => ({
  ...payment,
  problem: { code, message: 'no' },
});

describe('a capture', () => {
  it.each(['capture_failed', 'capture_delayed', 'vipps_unavailable', 'unknown_order'] as const)(
    'that is done puts an end to %s',
    (code) => {
      const late = withProblem({ ...partly, capture: 'pending' }, code);
      expect(having(late, { type: 'captured', capturedAmount: 10_000 }).problem).toBeNull();
    },
  );

  it('that is refused after a part was captured leaves that part captured', () => {
    const problem = { code: 'capture_failed', message: 'no' } as const;
    const refused = having(partly, { type: 'capture', amount: null }, { type: 'capture_refused', problem });
    expect(refused).toMatchObject({ capture: 'captured', capturedAmount: 10_000, problem });
  });
});

describe('a refund', () => {
  it.each(['refund_failed', 'refund_delayed'] as const)('that is done puts an end to %s', (code) => {
    const late = withProblem({ ...partly, refundingAmount: 100 }, code);
    const done = having(late, { type: 'refunded', refundedAmount: 100 });
    expect(done).toMatchObject({ refundedAmount: 100, refundingAmount: 0, problem: null });
  });
});

describe('a release', () => {
  const releasing: Payment = { ...partly, releasedAmount: 4_900, releasingAmount: 10_000 };

  const released = { type: 'released', capturedAmount: 10_000, releasedAmount: 14_900 } as const;

  it('[P1] that is done gives back no more than Vipps shows, where somebody has captured of it meanwhile', () => {
    const less = { ...released, capturedAmount: 12_000, releasedAmount: 12_900 };
    expect(having(releasing, less)).toMatchObject({ releasedAmount: 12_900, releasingAmount: 0 });
  });

  it('that is done adds to what was given back before', () => {
    const done = having(releasing, released);
    expect(done).toMatchObject({ state: 'approved', releasedAmount: 14_900, releasingAmount: 0 });
  });

  it.each(['release_failed', 'release_delayed'] as const)('that is done puts an end to %s', (code) => {
    expect(having(withProblem(releasing, code), released).problem).toBeNull();
  });

  it('that is refused gives nothing back, and says so', () => {
    const problem = { code: 'release_failed', message: 'no' } as const;
    const refused = having(releasing, { type: 'release_refused', problem });
    expect(refused).toMatchObject({ releasedAmount: 4_900, releasingAmount: 0, problem });
  });
});

describe('what somebody did elsewhere', () => {
  const nothing = { capturedAmount: 0, refundedAmount: 0, releasedAmount: 0 };
  const found = (all: Partial<typeof nothing>) => ({ type: 'found', ...nothing, ...all }) as const;
  const held = aPayment({ state: 'approved', reservedAmount: 24_900 });

  it('adds to what we know, and takes nothing of it back', () => {
    const more = having(
      partly,
      found({ capturedAmount: 15_000, refundedAmount: 400, releasedAmount: 9_900 }),
    );
    expect(more).toMatchObject({ capturedAmount: 15_000, refundedAmount: 400, releasedAmount: 9_900 });
    const less = having(more, found({ capturedAmount: 100, refundedAmount: 1, releasedAmount: 2 }));
    expect(less).toMatchObject({ capturedAmount: 15_000, refundedAmount: 400, releasedAmount: 9_900 });
  });

  it('is a capture where something is captured and none of ours is under way', () => {
    expect(having(held, found({ capturedAmount: 1 })).capture).toBe('captured');
    expect(having(held, found({ releasedAmount: 1 })).capture).toBe('none');
    const underWay: Payment = { ...held, capture: 'pending' };
    expect(having(underWay, found({ capturedAmount: 1 })).capture).toBe('pending');
  });

  it('leaves the count of a release of ours that is under way to its end', () => {
    const releasing: Payment = { ...partly, releasingAmount: 14_900 };
    expect(having(releasing, found({ capturedAmount: 10_000, releasedAmount: 14_900 }))).toMatchObject({
      releasedAmount: 0,
      releasingAmount: 14_900,
    });
  });

  it.each(['capture_failed', 'release_failed'] as const)('puts an end to %s', (code) => {
    expect(having(withProblem(held, code), found({ capturedAmount: 1 })).problem).toBeNull();
  });
});

describe('an operation that waits', () => {
  it.each(['capture_delayed', 'refund_delayed', 'release_delayed', 'stop_delayed'] as const)(
    'changes nothing but what is shown to staff: %s',
    (code) => {
      const problem = { code, message: 'not yet' };
      expect(having(member, { type: code, problem })).toEqual({
        ...member,
        problem,
        updatedAtMs: policy.nowMs,
        endedAtMs: policy.steadyMs,
        version: member.version + 1,
      });
    },
  );
});

describe('an operation that waits beside what staff have to decide', () => {
  const problem = { code: 'refund_delayed', message: 'not yet' } as const;
  const told = (payment: Payment) => having(payment, { type: 'refund_delayed', problem }).problem?.code;

  it('does not cover that somebody paid late', () => {
    expect(told(withProblem(partly, 'paid_late'))).toBe('paid_late');
  });

  it('does not cover that late money could not be refunded, but a refund of a sale that failed before', () => {
    const over = aPayment({ state: 'cancelled', capturedAmount: 24_900, refundingAmount: 24_900 });
    expect(told(withProblem(over, 'refund_failed'))).toBe('refund_failed');
    expect(told(withProblem(over, 'late_money'))).toBe('refund_delayed');
    expect(told(withProblem(partly, 'refund_failed'))).toBe('refund_delayed');
  });
});

describe('[P3] late money', () => {
  it('that was refunded but for a part is said to be refunded once all of it is', () => {
    const late = having(
      aPayment({ state: 'cancelled' }),
      observed({ reservedAmount: 24_900, capturedAmount: 24_900, refundedAmount: 24_900 }),
    );
    expect(late).toMatchObject({
      capturedAmount: 24_900,
      refundedAmount: 24_900,
      refundingAmount: 0,
      problem: { code: 'late_refunded' },
    });
  });

  it('that was captured is not said to be released, whatever call was accepted', () => {
    const late = having(
      aPayment({ state: 'cancelled' }),
      observed({ reservedAmount: 24_900, capturedAmount: 24_900 }),
      { type: 'voided' },
    );
    expect(late).toMatchObject({ refundingAmount: 24_900, problem: { code: 'late_money' } });
  });
});

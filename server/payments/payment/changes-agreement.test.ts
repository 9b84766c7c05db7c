// What becomes of an agreement that a customer enters, in time or late.
import { describe, expect, it } from 'vitest';
import { having, observed, policy } from '../../testing/life.ts';
import { aPayment } from '../../testing/payments.ts';
import { anAgreement } from '../../testing/vipps.ts';
import { apply } from './transitions.ts';
import type { Payment } from './types.ts';

const free = { ...anAgreement(), stop: 'none' } as const;
const shown = aPayment({ agreement: free, amount: { value: 0, currency: 'NOK' } });
const accepted = observed({ accepted: true });
const closing = (closingFor: Payment['closingFor']): Payment => ({ ...shown, state: 'closing', closingFor });

describe('an agreement without a first payment', () => {
  it('is entered once the customer has accepted it, and nothing is captured', () => {
    const { payment, order } = apply(shown, accepted, policy);
    expect(payment).toMatchObject({ state: 'approved', capture: 'none', closingFor: null, problem: null });
    expect(order).toBeNull();
    expect(having(payment, accepted)).toBe(payment);
  });

  it('is simply entered when time ran out meanwhile', () => {
    const entered = having(closing('timeout'), accepted);
    expect(entered).toMatchObject({ state: 'approved', closingFor: null, problem: null });
  });

  it('[P3] is given up when the till has begun something else since', () => {
    const soldAgain = { ...policy, superseded: true };
    const { payment } = apply(closing('timeout'), accepted, soldAgain);
    expect(payment).toMatchObject({ state: 'closing', problem: { code: 'late_money' } });
    expect(apply(payment, accepted, soldAgain).payment).toBe(payment);
  });

  it('[P3] is ended again when staff had cancelled it, and staff are told', () => {
    const late = having(closing('staff'), accepted);
    expect(late).toMatchObject({ state: 'closing', closingFor: 'staff', problem: { code: 'late_money' } });
    const ended = having(late, { type: 'voided' });
    expect(ended).toMatchObject({ state: 'cancelled', endedBy: 'staff', problem: { code: 'released' } });
  });

  it('[P3] is ended again when it turns up after the end, and staff are told', () => {
    for (const state of ['cancelled', 'expired', 'failed'] as const) {
      const late = having({ ...shown, state }, accepted);
      expect(late).toMatchObject({ state, problem: { code: 'late_money' } });
      expect(having(late, { type: 'voided' })).toMatchObject({ state, problem: { code: 'released' } });
    }
  });

  it('that nobody has entered is cancelled without a word of it', () => {
    const ended = having(closing('staff'), { type: 'voided' });
    expect(ended).toMatchObject({ state: 'cancelled', endedBy: 'staff', problem: null });
  });
});

describe('an agreement that runs', () => {
  const problem = { code: 'stop_failed', message: 'no' } as const;
  const running = aPayment({
    state: 'approved',
    capture: 'captured',
    reservedAmount: 24_900,
    capturedAmount: 24_900,
    agreement: { ...anAgreement(24_900), stop: 'none' },
  });

  it('goes on when Vipps does not stop it', () => {
    const refused = having(running, { type: 'stop' }, { type: 'stop_refused', problem });
    expect(refused).toMatchObject({ agreement: { stop: 'none' }, problem });
  });

  it.each(['stop_failed', 'stop_delayed'] as const)('that is stopped has no %s any more', (code) => {
    const refused = { ...running, problem: { code, message: 'no' } };
    expect(having(refused, { type: 'stopped', capturedAmount: 0, releasedAmount: 0 }).problem).toBeNull();
  });

  it('[P1] stays stopped once Vipps has stopped it, when another server hears no to the same stop', () => {
    const stopped = having(
      running,
      { type: 'stop' },
      { type: 'stopped', capturedAmount: 0, releasedAmount: 0 },
    );
    expect(having(stopped, { type: 'stop_refused', problem })).toBe(stopped);
  });

  it('[P1] is stopped when a poll shows that the subscriber has stopped it, once', () => {
    const { payment, order } = apply(running, { type: 'stop_found' }, policy);
    expect(payment).toMatchObject({ state: 'approved', agreement: { stop: 'stopped' }, releasedAmount: 0 });
    expect(order).toBeNull();
    expect(having(payment, { type: 'stop_found' })).toBe(payment);
  });

  it('that is no agreement is stopped by nobody', () => {
    const sale = { ...running, agreement: null };
    for (const event of [
      { type: 'stopped', capturedAmount: 0, releasedAmount: 0 },
      { type: 'stop_found' },
    ] as const)
      expect(having(sale, event)).toBe(sale);
    expect(having(sale, { type: 'stop_refused', problem })).toBe(sale);
  });
});

describe('what is reserved for an agreement that is stopped', () => {
  const partly = aPayment({
    state: 'approved',
    capture: 'captured',
    reservedAmount: 24_900,
    capturedAmount: 10_000,
    agreement: { ...anAgreement(24_900), stop: 'none' },
  });
  const stopping = having(partly, { type: 'stop' });

  it('[P1] counts as given back as far as Vipps shows it', () => {
    const { payment, order } = apply(
      stopping,
      { type: 'stopped', capturedAmount: 0, releasedAmount: 14_900 },
      policy,
    );
    expect(payment).toMatchObject({ agreement: { stop: 'stopped' }, releasedAmount: 14_900 });
    expect(order).toBeNull();
  });

  it.each([0, 900])('[P3] is released where Vipps has released only %i of it', (releasedAmount) => {
    const { payment, order } = apply(
      stopping,
      { type: 'stopped', capturedAmount: 0, releasedAmount },
      policy,
    );
    const left = 14_900 - releasedAmount;
    expect(payment).toMatchObject({ releasedAmount, releasingAmount: left });
    expect(order).toEqual({ kind: 'release', amount: left });
    expect(having(payment, { type: 'released', capturedAmount: 0, releasedAmount: 14_900 })).toMatchObject({
      releasedAmount: 14_900,
    });
  });

  it('is left to staff where the subscriber has stopped it', () => {
    const stopped = having(partly, { type: 'stop_found' });
    expect(apply(stopped, { type: 'release' }, policy).order).toEqual({ kind: 'release', amount: 14_900 });
    expect(apply(stopped, { type: 'capture', amount: null }, policy).order).toMatchObject({ amount: 14_900 });
  });
});

describe('an agreement that its subscriber has stopped before it was seen to run', () => {
  const open = aPayment({ agreement: { ...anAgreement(24_900), stop: 'none' } });

  it('[P1] is paid where its first payment is reserved, and shown as stopped', () => {
    const paid = having(open, observed({ stopped: true, reservedAmount: 24_900 }));
    expect(paid).toMatchObject({ state: 'approved', capture: 'pending', agreement: { stop: 'stopped' } });
  });

  it('is cancelled where nothing is held', () => {
    const over = having(open, observed({ stopped: true, cancelled: true }));
    expect(over).toMatchObject({ state: 'cancelled', agreement: { stop: 'none' } });
  });
});

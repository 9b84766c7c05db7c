// What becomes of an agreement that a customer enters, in time or late.
import { describe, expect, it } from 'vitest';
import { having, observed, policy } from '../testing/life.ts';
import { aPayment } from '../testing/payments.ts';
import { anAgreement } from '../testing/vipps.ts';
import { apply } from './payment.ts';
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
    const ended = having(late, { type: 'released' });
    expect(ended).toMatchObject({ state: 'cancelled', endedBy: 'staff', problem: { code: 'released' } });
  });

  it('[P3] is ended again when it turns up after the end, and staff are told', () => {
    for (const state of ['cancelled', 'expired', 'failed'] as const) {
      const late = having({ ...shown, state }, accepted);
      expect(late).toMatchObject({ state, problem: { code: 'late_money' } });
      expect(having(late, { type: 'released' })).toMatchObject({ state, problem: { code: 'released' } });
    }
  });

  it('that nobody has entered is cancelled without a word of it', () => {
    const ended = having(closing('staff'), { type: 'released' });
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

  it('[P1] stays stopped once Vipps has stopped it, when another server hears no to the same stop', () => {
    const stopped = having(running, { type: 'stop' }, { type: 'stopped' });
    expect(having(stopped, { type: 'stop_refused', problem })).toBe(stopped);
  });
});

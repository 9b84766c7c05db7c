import { describe, expect, it } from 'vitest';
import { aPayment, seen, tenMinutesMs } from '../testing/payments.ts';
import { apply, isFinal, life, type Payment, type PaymentEvent, type Sign, signs } from './payment.ts';

const problem = { code: 'vipps_unavailable', message: 'no answer' } as const;

/** One event for every sign. */
const events: Record<Sign, PaymentEvent> = {
  presented: { type: 'presented', qrExpiresAtMs: tenMinutesMs },
  refused: { type: 'refused', problem },
  unfinished: { type: 'unfinished', problem },
  nothing: { type: 'observed', observation: seen() },
  scanned: { type: 'observed', observation: seen({ scanned: true }) },
  declined: { type: 'observed', observation: seen({ scanned: true, declined: true }) },
  reserved: { type: 'observed', observation: seen({ scanned: true, reservedAmount: 24_900 }) },
  captured: { type: 'observed', observation: seen({ reservedAmount: 24_900, capturedAmount: 24_900 }) },
  refunded: { type: 'refunded', refundedAmount: 900 },
  released: { type: 'observed', observation: seen({ cancelled: true }) },
  absent: { type: 'absent' },
  unreachable: { type: 'unreachable' },
  in_time: { type: 'clock' },
  ran_out: { type: 'clock' },
  cancel: { type: 'cancel' },
  capture: { type: 'capture', amount: null },
  refund: { type: 'refund', amount: 900 },
  capture_refused: { type: 'capture_refused', problem },
  refund_refused: { type: 'refund_refused', problem },
};

const paid = { reservedAmount: 24_900, capturedAmount: 10_000, capture: 'captured' } as const;
const subjects: Record<string, Payment> = {
  started: aPayment({ state: 'started', qrExpiresAtMs: null }),
  presented: aPayment(),
  scanned: aPayment({ state: 'scanned' }),
  closing_staff: aPayment({ state: 'closing', closingFor: 'staff' }),
  closing_timeout: aPayment({ state: 'closing', closingFor: 'timeout' }),
  closing_start: aPayment({ state: 'closing', closingFor: 'start' }),
  approved: aPayment({ state: 'approved', ...paid }),
  cancelled: aPayment({ state: 'cancelled' }),
  expired: aPayment({ state: 'expired' }),
  failed: aPayment({ state: 'failed' }),
};

// The life of a payment as design.md tells it, every state x every sign. A dot is illegal.
const columns =
  'presented refused unfinished nothing scanned declined reserved captured refunded released absent unreachable in_time ran_out cancel capture refund capture_refused refund_refused';
const expected: Record<string, string> = {
  started: 'presented failed closing . . . . . . . . . . . closing . . . .',
  presented:
    '. . . presented scanned scanned approved approved . cancelled presented presented presented closing closing . . . .',
  scanned:
    '. . . scanned scanned scanned approved approved . cancelled scanned scanned scanned closing closing . . . .',
  closing_staff:
    'closing cancelled closing closing closing closing closing approved . cancelled cancelled closing closing closing closing . . . .',
  closing_timeout:
    'closing expired closing closing closing closing approved approved . expired expired closing closing closing closing . . . .',
  closing_start:
    'closing failed closing closing closing closing closing approved . failed failed closing closing closing closing . . . .',
  approved: '. . . . . . approved approved approved . . approved . . . approved approved approved approved',
  cancelled: '. . . . . . cancelled . . cancelled . cancelled . . cancelled . . . .',
  expired: '. . . . . . expired . . expired . expired . . . . . . .',
  failed: '. . . . . . failed . . failed . failed . . . . . . .',
};

const policy = (sign: Sign) => ({
  nowMs: sign === 'ran_out' ? tenMinutesMs : tenMinutesMs - 1,
  capture: 'auto' as const,
});

describe('the life of a payment', () => {
  it('has one column for every sign', () => {
    expect(columns.split(' ')).toEqual([...signs]);
  });

  for (const [name, row] of Object.entries(expected)) {
    const cells = row.split(' ');
    for (const [index, sign] of signs.entries()) {
      const next = cells[index];
      it(`${name} x ${sign} -> ${next === '.' ? 'refused' : next}`, () => {
        const subject = subjects[name] as Payment;
        const happen = () => apply(subject, events[sign], policy(sign));
        if (next === '.') {
          expect(happen).toThrow(expect.objectContaining({ name: 'Refusal', code: 'wrong_state' }));
        } else {
          const decision = happen();
          expect(decision.sign).toBe(sign);
          expect(decision.payment.state).toBe(next);
        }
      });
    }
  }

  it('leaves no final state', () => {
    for (const [state, row] of Object.entries(life)) {
      if (!isFinal(state as Payment['state'])) continue;
      expect(new Set(Object.values(row))).toEqual(new Set([state]));
    }
  });

  it('can reach every state from started', () => {
    const reached = new Set<string>(['started']);
    for (const state of reached) {
      for (const next of Object.values(life[state as Payment['state']])) {
        for (const one of next === 'ended' ? ['cancelled', 'expired', 'failed'] : [next]) {
          if (one !== 'held') reached.add(one);
        }
      }
    }
    expect([...reached].sort()).toEqual(Object.keys(life).sort());
  });

  it('gives back the very same payment when nothing changes, so that nothing is written', () => {
    const scanned = aPayment({ state: 'scanned' });
    expect(apply(scanned, events.scanned, policy('scanned')).payment).toBe(scanned);
    expect(apply(scanned, events.in_time, policy('in_time')).payment).toBe(scanned);
  });

  it('counts a version and a time with each change', () => {
    const { payment } = apply(aPayment(), events.scanned, { nowMs: 5_000, capture: 'auto' });
    expect(payment).toMatchObject({ version: 3, updatedAtMs: 5_000, endedAtMs: null });
    const ended = apply(payment, events.released, { nowMs: 6_000, capture: 'auto' }).payment;
    expect(ended).toMatchObject({ version: 4, updatedAtMs: 6_000, endedAtMs: 6_000 });
  });
});

import { describe, expect, it } from 'vitest';
import { aPayment, seen, tenMinutesMs } from '../../testing/payments.ts';
import { anAgreement } from '../../testing/vipps.ts';
import { apply, isFinal, life } from './transitions.ts';
import { type Trigger, triggers } from './trigger.ts';
import type { Payment, PaymentEvent } from './types.ts';

const problem = { code: 'vipps_unavailable', message: 'no answer' } as const;

/** One event for every sign. */
const events: Record<Trigger, PaymentEvent> = {
  presented: { type: 'presented', qrExpiresAtMs: tenMinutesMs },
  refused: { type: 'refused', problem },
  unfinished: { type: 'unfinished', problem },
  started_over: { type: 'started_over', problem },
  not_ours: { type: 'not_ours', problem },
  nothing: { type: 'observed', observation: seen() },
  scanned: { type: 'observed', observation: seen({ scanned: true }) },
  declined: { type: 'observed', observation: seen({ scanned: true, declined: true }) },
  reserved: { type: 'observed', observation: seen({ scanned: true, reservedAmount: 24_900 }) },
  accepted: { type: 'observed', observation: seen({ accepted: true }) },
  captured: { type: 'observed', observation: seen({ reservedAmount: 24_900, capturedAmount: 24_900 }) },
  refunded: { type: 'refunded', refundedAmount: 900 },
  found: { type: 'found', capturedAmount: 24_900, refundedAmount: 900, releasedAmount: 0 },
  stop_found: { type: 'stop_found' },
  voided: { type: 'observed', observation: seen({ cancelled: true }) },
  released: { type: 'released', capturedAmount: 0, releasedAmount: 14_900 },
  stopped: { type: 'stopped', capturedAmount: 0, releasedAmount: 0 },
  unknown: { type: 'unknown' },
  absent: { type: 'absent' },
  unreachable: { type: 'unreachable' },
  in_time: { type: 'clock', watchedMs: 0 },
  ran_out: { type: 'clock', watchedMs: 0 },
  cancel: { type: 'cancel' },
  capture: { type: 'capture', amount: null },
  refund: { type: 'refund', amount: 900 },
  release: { type: 'release' },
  stop: { type: 'stop' },
  capture_delayed: { type: 'capture_delayed', problem },
  refund_delayed: { type: 'refund_delayed', problem },
  release_delayed: { type: 'release_delayed', problem },
  stop_delayed: { type: 'stop_delayed', problem },
  capture_refused: { type: 'capture_refused', problem },
  refund_refused: { type: 'refund_refused', problem },
  release_refused: { type: 'release_refused', problem },
  stop_refused: { type: 'stop_refused', problem },
  lines_refused: { type: 'lines_refused', problem },
};

const paid = { reservedAmount: 24_900, capturedAmount: 10_000, capture: 'captured' } as const;
/** Money that turned up after the end, so that there is something to refund. */
const late = { reservedAmount: 24_900, capturedAmount: 10_000 };
const subjects: Record<string, Payment> = {
  started: aPayment({ state: 'started', qrExpiresAtMs: null }),
  presented: aPayment(),
  scanned: aPayment({ state: 'scanned' }),
  closing_staff: aPayment({ state: 'closing', closingFor: 'staff' }),
  closing_timeout: aPayment({ state: 'closing', closingFor: 'timeout' }),
  closing_start: aPayment({ state: 'closing', closingFor: 'start' }),
  approved: aPayment({ state: 'approved', ...paid, agreement: { ...anAgreement(), stop: 'none' } }),
  cancelled: aPayment({ state: 'cancelled', ...late }),
  expired: aPayment({ state: 'expired', ...late }),
  failed: aPayment({ state: 'failed', ...late }),
};

// The life of a payment as design.md tells it, every state x every sign. A dot is illegal.
const columns =
  'presented refused unfinished started_over not_ours nothing scanned declined reserved accepted captured refunded voided released stopped unknown absent unreachable in_time ran_out cancel capture refund release stop capture_delayed refund_delayed release_delayed stop_delayed capture_refused refund_refused release_refused stop_refused found stop_found lines_refused';
const expected: Record<string, string> = {
  started:
    'presented failed closing closing failed . . . approved approved approved . . . . . . . . . closing . . . . . . . . . . . . . . started',
  presented:
    '. . . . . presented scanned scanned approved approved approved . cancelled . . presented . presented presented closing closing . . . . . . . . . . . . . . .',
  scanned:
    '. . . . . scanned scanned scanned approved approved approved . cancelled . . scanned . scanned scanned closing closing . . . . . . . . . . . . . . .',
  closing_staff:
    'closing cancelled closing . cancelled closing closing closing closing closing approved . cancelled . . closing cancelled closing closing closing closing . . . . . . . . . . . . . . closing',
  closing_timeout:
    'closing expired closing . expired closing closing closing approved approved approved . expired . . closing expired closing closing closing closing . . . . . . . . . . . . . . closing',
  closing_start:
    'closing failed closing . failed closing closing closing closing closing approved . failed . . closing failed closing closing closing closing . . . . . . . . . . . . . . closing',
  approved:
    '. . . . . . . . approved approved approved approved . approved approved . . approved . . . approved approved approved approved approved approved approved approved approved approved approved approved approved approved approved',
  cancelled:
    '. . . . cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled cancelled . . . . cancelled . . cancelled . cancelled . . . cancelled . . . cancelled . . . . .',
  expired:
    '. . . . expired expired expired expired expired expired expired expired expired . . . . expired . . . . expired . . . expired . . . expired . . . . .',
  failed:
    '. . . . failed failed failed failed failed failed failed failed failed . . . . failed . . . . failed . . . failed . . . failed . . . . .',
};

const policy = (trigger: Trigger) => ({
  nowMs: 0,
  steadyMs: trigger === 'ran_out' ? tenMinutesMs : tenMinutesMs - 1,
  capture: 'auto' as const,
  superseded: false,
});

describe('the life of a payment', () => {
  it('has one column for every sign', () => {
    expect(columns.split(' ')).toEqual([...triggers]);
  });

  for (const [name, row] of Object.entries(expected)) {
    const cells = row.split(' ');
    for (const [index, trigger] of triggers.entries()) {
      const next = cells[index];
      it(`${name} x ${trigger} -> ${next === '.' ? 'refused' : next}`, () => {
        const subject = subjects[name] as Payment;
        const happen = () => apply(subject, events[trigger], policy(trigger));
        if (next === '.') {
          expect(happen).toThrow(expect.objectContaining({ name: 'Refusal', code: 'wrong_state' }));
        } else {
          const decision = happen();
          expect(decision.trigger).toBe(trigger);
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
          if (one !== 'held' && one !== 'taken') reached.add(one);
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
    const at = (nowMs: number) => ({ ...policy('scanned'), nowMs, steadyMs: 10 * nowMs });
    const { payment } = apply(aPayment(), events.scanned, at(5_000));
    expect(payment).toMatchObject({ version: 3, updatedAtMs: 5_000, endedAtMs: null });
    const ended = apply(payment, events.voided, at(6_000)).payment;
    expect(ended).toMatchObject({ version: 4, updatedAtMs: 6_000, endedAtMs: 60_000 });
  });
});

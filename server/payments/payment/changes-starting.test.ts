// What becomes of a payment while it is started, and of a start that does not come to an end.
import { describe, expect, it } from 'vitest';
import { having, observed, policy, refusal } from '../../testing/life.ts';
import { aPayment, seen } from '../../testing/payments.ts';
import { anAgreement } from '../../testing/vipps.ts';
import { apply } from './transitions.ts';

const started = aPayment({ state: 'started', qrExpiresAtMs: null });
const joining = { ...started, agreement: { ...anAgreement(24_900), stop: 'none' } } as const;
const names = { id: 'agr-1', chargeId: 'chr-1' };
const no = { code: 'vipps_rejected', message: 'no' } as const;
const lost = { code: 'vipps_unavailable', message: 'no answer' } as const;

describe('a start', () => {
  it('shows the QR until Vipps lets it end', () => {
    const shown = having(started, { type: 'presented', qrExpiresAtMs: 9_000 });
    expect(shown).toMatchObject({ state: 'presented', qrExpiresAtMs: 9_000, agreement: null });
  });

  it('learns what Vipps calls the agreement, whatever has become of the start', () => {
    const presented = { type: 'presented', qrExpiresAtMs: 9_000, agreement: names } as const;
    const known = { ...joining.agreement, ...names };
    expect(having(joining, presented)).toMatchObject({ agreement: known, qrExpiresAtMs: 9_000 });
    expect(having(joining, { type: 'cancel' }, presented)).toMatchObject({
      state: 'closing',
      agreement: known,
      qrExpiresAtMs: null,
    });
    const unfinished = { type: 'unfinished', problem: lost, agreement: names } as const;
    expect(having(joining, unfinished).agreement).toEqual(known);
  });

  it('keeps the agreement as it was while Vipps has told no name, and a sale stays none', () => {
    expect(having(joining, { type: 'presented', qrExpiresAtMs: 9_000 }).agreement).toEqual(joining.agreement);
    const presented = { type: 'presented', qrExpiresAtMs: 9_000, agreement: names } as const;
    expect(having(started, presented).agreement).toBeNull();
  });

  it('without its order lines goes on, and staff are told until something more urgent is', () => {
    const told = { code: 'lines_refused', message: 'no such rate' } as const;
    const presented = { type: 'presented', qrExpiresAtMs: 9_000 } as const;
    const shown = having(started, { type: 'lines_refused', problem: told }, presented);
    expect(shown).toMatchObject({ state: 'presented', problem: told });
    const reserved = { type: 'observed', observation: seen({ reservedAmount: 24_900 }) } as const;
    expect(having(shown, reserved)).toMatchObject({ state: 'approved', problem: told });
    const captured = seen({ reservedAmount: 24_900, capturedAmount: 24_900 });
    expect(having(shown, { type: 'observed', observation: captured })).toMatchObject({ problem: told });
    // [P6] That Vipps is away matters more to the people who wait.
    expect(having(shown, { type: 'unreachable' }).problem?.code).toBe('vipps_unavailable');
    const delayed = having(shown, reserved, { type: 'capture_delayed', problem: lost });
    expect(having(delayed, { type: 'lines_refused', problem: told }).problem).toEqual(lost);
  });

  it('that Vipps refuses has failed, and says why', () => {
    expect(having(started, { type: 'refused', problem: no })).toMatchObject({
      state: 'failed',
      endedBy: null,
      problem: no,
    });
  });

  it('that Vipps refuses after staff have cancelled is cancelled by staff', () => {
    const cancelled = having(started, { type: 'cancel' }, { type: 'refused', problem: no });
    expect(cancelled).toMatchObject({ state: 'cancelled', endedBy: 'staff', problem: null });
  });

  it('that stays unfinished, or is begun anew, is closed for that and says why', () => {
    for (const type of ['unfinished', 'started_over'] as const) {
      expect(having(started, { type, problem: lost })).toMatchObject({
        state: 'closing',
        closingFor: 'start',
        problem: lost,
      });
    }
  });

  it('[P11] whose order turns out to be another system’s ends as it was to, and says so', () => {
    const notOurs = { code: 'not_ours', message: 'no' } as const;
    const failed = having(started, { type: 'not_ours', problem: notOurs });
    expect(failed).toMatchObject({ state: 'failed', problem: notOurs });
    const cancelled = having(started, { type: 'cancel' }, { type: 'not_ours', problem: notOurs });
    expect(cancelled).toMatchObject({ state: 'cancelled', endedBy: 'staff', problem: notOurs });
  });

  it('[P3] that goes on under its next reference is not taken as paid under this one', () => {
    const over = having(started, {
      type: 'started_over',
      problem: { code: 'started_over', message: 'again' },
    });
    const late = having({ ...over, qrExpiresAtMs: null }, observed({ reservedAmount: 24_900 }));
    expect(late).toMatchObject({ state: 'closing', capture: 'none' });
  });

  it('takes nothing that comes later in a payment’s life, and says what', () => {
    expect(() => apply(started, { type: 'capture', amount: null }, policy)).toThrow(
      refusal('wrong_state', 'A payment that is started cannot take "capture".'),
    );
  });
});

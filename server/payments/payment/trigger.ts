// What an event says: an observation, a command or the clock becomes one column of the life's table.
import type { Payment, PaymentEvent } from './types.ts';

/** A payment lives 10 minutes in all; the QR's own `expiresIn` says how long it can be scanned. */
export const paymentLifeMs = 10 * 60_000;

/** What an event says: one column of the table of the life. */
export const triggers = [
  'presented',
  'refused',
  'unfinished',
  'started_over',
  'not_ours',
  'nothing',
  'scanned',
  'declined',
  'reserved',
  'accepted',
  'captured',
  'refunded',
  'voided',
  'released',
  'stopped',
  'unknown',
  'absent',
  'unreachable',
  'in_time',
  'ran_out',
  'cancel',
  'capture',
  'refund',
  'release',
  'stop',
  'capture_delayed',
  'refund_delayed',
  'release_delayed',
  'stop_delayed',
  'capture_refused',
  'refund_refused',
  'release_refused',
  'stop_refused',
  'found',
  'stop_found',
  'lines_refused',
] as const;
export type Trigger = (typeof triggers)[number];

/** When time runs out for a payment as it is now, by the steady clock: a code that is shown may end before its payment. */
export function deadlineMs({ state, qrExpiresAtMs, expiresAtMs }: Payment): number {
  return (state === 'presented' ? qrExpiresAtMs : null) ?? expiresAtMs;
}

/** What an event says about a payment as it is now. `steadyMs`: by the steady clock. */
export function triggerOf(payment: Payment, event: PaymentEvent, steadyMs: number): Trigger {
  if (event.type === 'clock') {
    return steadyMs >= deadlineMs(payment) || event.watchedMs >= paymentLifeMs ? 'ran_out' : 'in_time';
  }
  if (event.type !== 'observed') return event.type;
  const seen = event.observation;
  if (seen.capturedAmount > 0) return 'captured';
  if (seen.cancelled) return 'voided';
  if (seen.reservedAmount > 0) return 'reserved';
  if (seen.accepted) return 'accepted';
  // What ran out at Vipps has run out here; once it is being closed, that is Vipps' word that nothing is held.
  if (seen.expired)
    return payment.state === 'presented' || payment.state === 'scanned' ? 'ran_out' : 'voided';
  if (seen.declined) return 'declined';
  return seen.scanned ? 'scanned' : 'nothing';
}

// Until when the customer can go on, on the page's own monotonic clock, which cannot be set.
import type { PaymentView } from '../../../server/contract/payments.ts';
import { answeredAtMs, isSameTime } from './server-clock.ts';

/** Milliseconds of the page's monotonic clock; `scanMs` is null while there is no QR. */
export type Deadlines = {
  readonly reference: string;
  readonly scanMs: number | null;
  readonly approveMs: number;
};

/** The first known deadline stays unless it is wrong: the whole seconds of `Date` would make the countdown jump. */
function steady(knownMs: number | null, heardMs: number): number {
  return knownMs !== null && isSameTime(knownMs, heardMs) ? knownMs : heardMs;
}

/**
 * The deadlines of a payment in an answer that has just arrived in full. An answer is consistent in itself, however wrong
 * the server's clock is: what counts is how far `expiresAt` is from that answer's own `Date`.
 * @param known what earlier answers told. @param nowMs by the monotonic clock.
 * @returns null when nothing can be told.
 */
export function deadlinesOf(
  { reference, qr, expiresAt }: PaymentView,
  dateHeader: string | null,
  nowMs: number,
  known: Deadlines | null,
): Deadlines | null {
  const before = known?.reference === reference ? known : null;
  const sentMs = answeredAtMs(dateHeader);
  if (sentMs === null) return before;
  const onThisClock = (iso: string) => nowMs + Date.parse(iso) - sentMs;
  return {
    reference,
    scanMs: qr ? steady(before?.scanMs ?? null, onThisClock(qr.expiresAt)) : null,
    approveMs: steady(before?.approveMs ?? null, onThisClock(expiresAt)),
  };
}

/**
 * Until when the customer can take the next step: to scan while the QR is shown, to approve once it has been.
 * @returns milliseconds of the monotonic clock; null when it is not known, or there is no such step.
 */
export function nextDeadlineMs(
  { reference, state }: PaymentView,
  deadlines: Deadlines | null,
): number | null {
  if (deadlines?.reference !== reference) return null;
  if (state === 'presented') return deadlines.scanMs ?? deadlines.approveMs;
  return state === 'scanned' ? deadlines.approveMs : null;
}

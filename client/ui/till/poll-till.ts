// One poll of the till.
import type { TillPayment } from '../../../server/contract/payments.ts';
import { call, type Failure, failureOf } from '../api/api.ts';
import type { PageClock } from '../base/page-clock.ts';
import { type Deadlines, deadlinesOf } from './deadlines.ts';
import { isSameTime, serverClock } from './server-clock.ts';

const timeoutMs = 5000;

/** What a page says it is: `display`, with what staff should know of it. */
export type Screen = { said: string };

/** What the till shows, as far as it is known. */
export type Polled = {
  readonly view: TillPayment | null;
  readonly deadlines: Deadlines | null;
  readonly etag: string | null;
  /** By how much the device's wall clock was ahead of its monotonic clock when `view` arrived, in milliseconds. */
  readonly wallAheadMs: number;
  readonly failure: Failure | null;
};
export const nothingYet: Polled = {
  view: null,
  deadlines: null,
  etag: null,
  wallAheadMs: 0,
  failure: null,
};

/**
 * Asks the server for what is newer than `last`, as a screen of the till or as its staff. A failed poll keeps the last known
 * state and says so (P6). Returns `last` itself when nothing has changed.
 */
export async function pollTill(
  tillId: string,
  last: Polled,
  clock: PageClock,
  screen?: Screen,
): Promise<Polled> {
  const wallAheadMs = clock.wallMs() - clock.monotonicMs();
  // The device slept, or its clock was set. A monotonic clock can stand still during sleep: ask for the deadlines again.
  const isFresh = last.etag !== null && isSameTime(wallAheadMs, last.wallAheadMs);
  try {
    const { status, headers, body } = await call(`/api/tills/${encodeURIComponent(tillId)}/payment`, {
      headers: {
        Prefer: 'wait=1',
        // A browser can be signed in as staff and be the display, too.
        ...(screen && { 'Tillside-Screen': screen.said }),
        ...(isFresh ? { 'If-None-Match': last.etag } : {}),
      },
      timeoutMs,
    });
    const date = headers.get('date');
    serverClock.observe(date);
    if (status === 304) return last.failure === null ? last : { ...last, failure: null };
    const view = body as TillPayment;
    const { payment } = view;
    const deadlines = payment && deadlinesOf(payment, date, clock.monotonicMs(), last.deadlines);
    return { view, deadlines, etag: headers.get('etag'), wallAheadMs, failure: null };
  } catch (error) {
    return { ...last, failure: failureOf(error) };
  }
}

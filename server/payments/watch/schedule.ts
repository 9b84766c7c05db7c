// When the next call to Vipps about a payment is due, and how calls that fail back off.
import { isVippsError, VippsUnavailable } from '../../vipps/http/errors.ts';

/** [P5] Vipps is asked about a payment once a second while it is open. */
export const pollEveryMs = 1_000;
/** One that does not get closed for this long is asked about more slowly: no customer waits for it any more. */
const closingForLongMs = 60_000;
const pollSlowlyEveryMs = 8_000;
/** What Vipps does not know any more, only people can help. */
const pollUnknownEveryMs = 60_000;
/** What Vipps does not know any more is looked for until nobody can have meant to pay it for a day. It stays closing then. */
export const searchedForMs = 24 * 60 * 60_000;
/** A call that was given up may be carried out this much later. */
export const adriftMs = 30_000;
/** An answer may show what was true this long ago. */
export const lagMs = 30_000;
/** [P3] Money can turn up this long after a payment has ended. */
const latePollsMs = [0, 60_000, 5 * 60_000, 15 * 60_000];

/** `firstMs` doubles with each failure up to `mostMs`. */
export type BackOff = { firstMs: number; mostMs: number };
export const pollBackOff: BackOff = { firstMs: 1_000, mostMs: 8_000 };
/** eCom takes 5 cancels, captures or refunds of an order a minute. */
export const cancelBackOff: BackOff = { firstMs: 3_000, mostMs: 20_000 };
export const operationBackOff: BackOff = { firstMs: 2_000, mostMs: 60_000 };

/**
 * @param failures how many times it has failed in a row, from 1.
 * @param random 0 to 1; spreads many tills apart, never below the pause itself.
 * @returns milliseconds to wait. A longer `Retry-After` is obeyed, up to a minute: a customer is standing there.
 */
export function pauseMs(backOff: BackOff, failures: number, error: unknown, random: number): number {
  const doubled = Math.min(backOff.firstMs * 2 ** (failures - 1), backOff.mostMs);
  return Math.max(doubled * (1 + random / 4), askedForMs(error));
}

const askedForMs = (error: unknown) =>
  error instanceof VippsUnavailable ? Math.min(error.retryAfterMs ?? 0, 60_000) : 0;

/** One kind of call, by the monotonic clock: when it is due, not before when Vipps wants it, and how often it has failed in a row. */
export type Due = { atMs: number; notBeforeMs: number; failures: number };

/**
 * What is planned for one payment, by the monotonic clock. Nothing here needs to outlive the server: after a restart all is due
 * at once.
 */
export type Schedule = {
  readonly beganMs: number;
  poll: Due;
  /** When the last poll began. */
  polledAtMs: number;
  receipt: Due;
  cancel: Due;
  /** Vipps has accepted a cancel of ours. */
  isCancelAccepted: boolean;
  /** Until then a cancel of ours whose answer was lost may still be carried out. */
  cancelAdriftUntilMs: number;
  operation: Due;
  /** Until then an operation whose answer was lost may still be carried out, or be done and not be shown. */
  operationAdriftUntilMs: number;
  /** The release or stop that Vipps has accepted and not shown yet, and until when it need not be sent again. */
  acceptedOperation: { key: string; untilMs: number } | null;
  closingSinceMs: number | null;
  /** Vipps has answered a poll that began while the payment was closing. */
  polledWhileClosing: boolean;
  /** Vipps has shown it to this server. */
  wasSeen: boolean;
  /** The last poll was answered that there is no such order, though there was. */
  isUnknown: boolean;
  /** That poll was of a payment that was closing already: staff have been told. */
  isUnknownTold: boolean;
  /** The last poll has shown an agreement that is over. */
  isStopped: boolean;
  /** Until then a poll that shows what an earlier one has shown to be given back is old. */
  goneUntilMs: number;
  /** Until then a poll that shows nothing of what an earlier one has shown to be held is old, unless a cancel was accepted since. */
  heldUntilMs: number;
  /** When to look again at a payment that ended without money; null until it has ended. */
  latePollsAtMs: number[] | null;
};

/**
 * @param isRecovered a server that is gone has worked on it, and may have sent a cancel.
 * @param lookedAtMs when this server has looked at it last.
 */
export function newSchedule(nowMs: number, isRecovered = false, polledAtMs = nowMs - pollEveryMs): Schedule {
  const due = () => dueAt(nowMs);
  const poll = dueAt(Math.max(nowMs, polledAtMs + pollEveryMs));
  const calls = { poll, cancel: due(), operation: due(), receipt: due() };
  return {
    beganMs: nowMs,
    polledAtMs,
    ...calls,
    acceptedOperation: null,
    closingSinceMs: null,
    polledWhileClosing: false,
    wasSeen: false,
    isUnknown: false,
    isCancelAccepted: false,
    isUnknownTold: false,
    isStopped: false,
    goneUntilMs: 0,
    heldUntilMs: 0,
    cancelAdriftUntilMs: nowMs + (isRecovered ? adriftMs : 0),
    operationAdriftUntilMs: nowMs + (isRecovered ? adriftMs : 0),
    latePollsAtMs: null,
  };
}

/** Due then, as nothing has failed. */
export const dueAt = (atMs: number): Due => ({ atMs, notBeforeMs: 0, failures: 0 });

/** When a poll that began at `beganMs` is followed by the next. */
export function nextPollMs({ closingSinceMs, isUnknown }: Schedule, beganMs: number): number {
  const isLong = closingSinceMs !== null && beganMs - closingSinceMs > closingForLongMs;
  const slowlyMs = isUnknown ? pollUnknownEveryMs : pollSlowlyEveryMs;
  return beganMs + (isLong ? slowlyMs : pollEveryMs);
}

/** Brings the next poll forward, but never to within a second of the last (P5), nor into a pause that Vipps has asked for. */
export function pollSoon(schedule: Schedule, nowMs: number): void {
  const soonestMs = Math.max(nowMs, schedule.polledAtMs + pollEveryMs, schedule.poll.notBeforeMs);
  schedule.poll.atMs = Math.min(schedule.poll.atMs, soonestMs);
  // A payment that is over is polled once more, too.
  const [nextMs] = schedule.latePollsAtMs ?? [];
  if (nextMs !== undefined && nextMs > nowMs) schedule.latePollsAtMs?.unshift(nowMs);
}

/** The polls after the end: at once, and later. */
export function latePollsFrom(nowMs: number): number[] {
  return latePollsMs.map((ms) => nowMs + ms);
}

/** Puts a failed call off. Faults of ours are put off like Vipps' own: nothing is ever given up. */
export function putOff(due: Due, backOff: BackOff, error: unknown, random: number, nowMs: number): void {
  due.failures += 1;
  due.atMs = nowMs + pauseMs(backOff, due.failures, error, random);
  due.notBeforeMs = nowMs + askedForMs(error);
}

/** For the log: what went wrong, without a stack for what Vipps does. */
export function describe(error: unknown): Record<string, unknown> {
  if (!isVippsError(error)) return { err: error };
  const cause = error.cause instanceof Error ? { cause: error.cause.message } : {};
  const trace = error.trace === null ? {} : { trace: error.trace };
  return { problem: error.message, requestId: error.requestId, ...trace, ...cause };
}

// When in a shop's day its backup is due. Pure.
import { boundsOf, dayOf, type ShopDay, shiftDay } from '../../reconciliation/calendar.ts';

/** A shop whose day ends at midnight or soon after is asleep by then; one whose day ends later has just closed. */
const earliestHour = 3;
const hourSeconds = 3_600;

/**
 * @param id of the database: each has its own second within the hour, so that a thousand shops do not write to one disk at once.
 * @returns the last moment, by the wall clock, at which one was due.
 */
export function lastDue(nowMs: number, { timeZone, dayEndsAt }: ShopDay, id: string): number {
  const quiet = { timeZone, dayEndsAt: Math.max(earliestHour, dayEndsAt) };
  const offsetMs = (Number.parseInt(id, 16) % hourSeconds) * 1_000;
  const day = dayOf(nowMs, quiet);
  const today = boundsOf(day, quiet).fromMs + offsetMs;
  return today <= nowMs ? today : boundsOf(shiftDay(day, -1), quiet).fromMs + offsetMs;
}

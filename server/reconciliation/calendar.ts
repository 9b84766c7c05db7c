// The days of a shop: by its time zone, each from the hour at which the one before ends. Nothing here knows where the server stands.
import type { Span } from '../store/books.ts';

/** When the days of a shop begin and end: the IANA name of its zone, and a full hour, 0 for midnight. */
export type ShopDay = { readonly timeZone: string; readonly dayEndsAt: number };

const hourMs = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const two = '2-digit' as const;
  const date = { year: 'numeric' as const, month: two, day: two };
  const time = { hour: two, minute: two, second: two, hourCycle: 'h23' as const };
  const format = new Intl.DateTimeFormat('en-US', { timeZone, ...date, ...time });
  formats.set(timeZone, format);
  return format;
}

/** What a clock on the wall shows at a moment, read as if it were UTC: milliseconds. */
export function wallMs(timeZone: string, ms: number): number {
  const parts = formatOf(timeZone).formatToParts(ms);
  const of = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  const seconds = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return seconds + (((ms % 1000) + 1000) % 1000);
}

/** The first moment at which the clock on the wall shows this or more: where the clocks are put forward over it, that is then. */
function firstMoment(timeZone: string, wall: number): number {
  const offsets = [-24, 24].map((hours) => {
    const ms = wall + hours * hourMs;
    return wallMs(timeZone, ms) - ms;
  });
  const shown = offsets.map((offset) => wall - offset).filter((ms) => wallMs(timeZone, ms) === wall);
  if (shown.length > 0) return Math.min(...shown);
  let [before, after] = [wall - Math.max(...offsets), wall - Math.min(...offsets)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallMs(timeZone, middle) < wall) before = middle;
    else after = middle;
  }
  return after;
}

const startOf = (day: string, { timeZone, dayEndsAt }: ShopDay) =>
  firstMoment(timeZone, Date.parse(`${day}T00:00:00Z`) + dayEndsAt * hourMs);

/** The day that is `by` days later; earlier when negative. */
export function shiftDay(day: string, by: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + by);
  return at.toISOString().slice(0, 10);
}

/** In epoch milliseconds, the end exclusive: 23 or 25 hours when the clocks are changed. @param day `YYYY-MM-DD`, one that exists. */
export function boundsOf(day: string, of: ShopDay): Span {
  return { fromMs: startOf(day, of), toMs: startOf(shiftDay(day, 1), of) };
}

/** The day of a moment (epoch milliseconds), as `YYYY-MM-DD`: what is sold in a bar's night counts to the evening on which it began. */
export function dayOf(ms: number, of: ShopDay): string {
  let day = new Date(wallMs(of.timeZone, ms) - of.dayEndsAt * hourMs).toISOString().slice(0, 10);
  // In the night in which the clocks are changed, the wall can show the hour of the end twice, or never.
  while (ms < startOf(day, of)) day = shiftDay(day, -1);
  while (ms >= startOf(shiftDay(day, 1), of)) day = shiftDay(day, 1);
  return day;
}

// When something was, in the locale of the till. Now is epoch milliseconds.
import { startOfDayMs } from './day.ts';

const isToday = (iso: string, nowMs: number) => startOfDayMs(Date.parse(iso)) === startOfDayMs(nowMs);

/** An ISO 8601 instant as the time of day in the locale. */
export function timeText(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

/** An ISO 8601 instant as day and time in the locale. */
export function momentText(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** The time of day, with the day where that is not today. */
export function whenText(iso: string, locale: string, nowMs: number): string {
  return isToday(iso, nowMs) ? timeText(iso, locale) : momentText(iso, locale);
}

/** The same to the second. */
export function exactTimeText(iso: string, locale: string, nowMs: number): string {
  const day = isToday(iso, nowMs) ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, timeStyle: 'medium' }).format(new Date(iso));
}

// When something was, by the clock and the days of the shop, in the locale of the till. Now is epoch milliseconds.
import type { TillView } from '../../../server/contract/payments.ts';

/** How a till writes times, and by which days it goes. */
export type TillTime = Pick<TillView, 'locale' | 'timeZone' | 'dayEndsAt'>;

/** The day of the shop on which a moment (epoch milliseconds) is, as `YYYY-MM-DD`. */
export function dayOf(ms: number, { timeZone, dayEndsAt }: Pick<TillTime, 'timeZone' | 'dayEndsAt'>): string {
  const wall = new Date(ms).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const [day = '', time = ''] = wall.split(' ');
  const at = new Date(`${day}T00:00:00Z`);
  if (Number(time.slice(0, 2)) < dayEndsAt) at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}

const isToday = (iso: string, till: TillTime, nowMs: number) =>
  dayOf(Date.parse(iso), till) === dayOf(nowMs, till);

type Where = Pick<TillTime, 'locale' | 'timeZone'>;

/** An ISO 8601 instant as the time of day. */
export function timeText(iso: string, { locale, timeZone }: Where): string {
  const format = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(iso));
}

/** An ISO 8601 instant as a day of the calendar. */
export function dayText(iso: string, { locale, timeZone }: Where): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(iso));
}

/** An ISO 8601 instant as day and time. */
export function momentText(iso: string, { locale, timeZone }: Where): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(iso));
}

/** The time of day, with the day where that is not today. */
export function whenText(iso: string, till: TillTime, nowMs: number): string {
  return isToday(iso, till, nowMs) ? timeText(iso, till) : momentText(iso, till);
}

/** The same to the second. */
export function exactTimeText(iso: string, till: TillTime, nowMs: number): string {
  const { locale, timeZone } = till;
  const day = isToday(iso, till, nowMs) ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, timeStyle: 'medium', timeZone }).format(new Date(iso));
}

// Calendar days as `YYYY-MM-DD`, and moments as they were in the time zone of the shop.
import type { Reconciliation } from '../../server/contract/reconciliation.ts';

/** The day that is `by` days later; earlier when negative. */
export function shiftDay(day: string, by: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + by);
  return at.toISOString().slice(0, 10);
}

/** The day that the query of this page's address asks for; null when it asks for none that exists. */
export function dayIn(search: string): string | null {
  const day = new URLSearchParams(search).get('date') ?? '';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && shiftDay(day, 0) === day;
  return isDay ? day : null;
}

/** Today (epoch milliseconds) where this browser is. */
export function localDay(nowMs: number): string {
  const at = new Date(nowMs);
  return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())).toISOString().slice(0, 10);
}

/** `Monday, 2 March 2026`, as the locale writes it. */
export function longDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** An ISO 8601 instant as the time of day. */
export function timeText(iso: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(
    new Date(iso),
  );
}

/** An ISO 8601 instant as the day. */
export function dayText(iso: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(iso));
}

/** An ISO 8601 instant as day and time. */
export function momentText(iso: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(iso),
  );
}

type Hours = Reconciliation['days'][number] & { readonly names: string };

/** When the day began and ended, once for all shops that have the same. */
export function hoursOf(days: Reconciliation['days']): Hours[] {
  const hours = new Map<string, Hours>();
  for (const day of days) {
    const same = `${day.timeZone} ${day.dayEndsAt}`;
    const { names } = hours.get(same) ?? {};
    hours.set(same, { ...day, names: names === undefined ? day.shop : `${names}, ${day.shop}` });
  }
  return [...hours.values()];
}

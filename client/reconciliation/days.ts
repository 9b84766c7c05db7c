// Calendar days as `YYYY-MM-DD`, and moments as they were in the time zone of the shop.
import type { Reconciliation } from '../../server/contract/reconciliation.ts';
import { isDay } from '../ui/base/dates.ts';

/** The day that the query of this page's address asks for; null when it asks for none that exists. */
export function dayIn(search: string): string | null {
  const day = new URLSearchParams(search).get('date') ?? '';
  return isDay(day) ? day : null;
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

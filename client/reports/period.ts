// Which days a report is of: a day, a week, a month, or any others. Pure.
import { isDay, shiftDay } from '../ui/base/dates.ts';

export const kinds = ['day', 'week', 'month', 'own'] as const;
export type Kind = (typeof kinds)[number];

/** Days of the shop as `YYYY-MM-DD`, both included. */
export type Period = { readonly kind: Kind; readonly from: string; readonly to: string };

/** More the server does not add up at once. */
export const mostDays = 366;

const isKind = (kind: string | null): kind is Kind => kinds.some((one) => one === kind);

/** The first of the month that is `by` months later. */
function firstOfMonth(day: string, by: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 10);
}

function monday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return shiftDay(day, -((weekday + 6) % 7));
}

/** The period of this kind that has the day in it; of its own a period begins and ends there. */
export function periodWith(day: string, kind: Kind): Period {
  if (kind === 'week') return { kind, from: monday(day), to: shiftDay(monday(day), 6) };
  if (kind === 'month') return { kind, from: firstOfMonth(day, 0), to: shiftDay(firstOfMonth(day, 1), -1) };
  return { kind, from: day, to: day };
}

/** How many days it has. */
export const lengthOf = ({ from, to }: Pick<Period, 'from' | 'to'>) =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** The one after it, or with -1 the one before. */
export function neighbour(period: Period, by: 1 | -1): Period {
  const { kind, from, to } = period;
  if (kind === 'month') return periodWith(firstOfMonth(from, by), kind);
  const days = by * lengthOf(period);
  return { kind, from: shiftDay(from, days), to: shiftDay(to, days) };
}

/** The period in a page's address; that week in which `today` is when there is none. */
export function periodIn(search: string, today: string): Period {
  const query = new URLSearchParams(search);
  const [kind, from, to] = ['kind', 'from', 'to'].map((name) => query.get(name));
  const isPeriod = isDay(from ?? '') && isDay(to ?? '') && (from ?? '') <= (to ?? '');
  if (!isPeriod || !isKind(kind ?? null)) return periodWith(today, 'week');
  return { kind: kind as Kind, from: from ?? '', to: to ?? '' };
}

export const addressOf = ({ kind, from, to }: Period) => `?${new URLSearchParams({ kind, from, to })}`;

/** The period, as the locale writes it. */
export function periodText({ from, to }: Pick<Period, 'from' | 'to'>, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

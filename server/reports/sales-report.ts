// Sums of what money did, as a report of a period: by day, till, person, hour and weekday. Pure.
import type { By, TillView } from '../contract/payments.ts';
import type { CurrencyReport, Figures } from '../contract/reports.ts';
import { boundsOf, type ShopDay, shiftDay, wallMs } from '../reconciliation/calendar.ts';
import type { MovementSum, Span } from '../store/books.ts';

const hourMs = 3_600_000;
const nothing: Figures = { sales: 0, salesAmount: 0, refundsAmount: 0, netAmount: 0 };

export type Period = { readonly from: string; readonly to: string };

/** The days of a period, the first and the last included. */
export function datesOf({ from, to }: Period): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = shiftDay(date, 1)) dates.push(date);
  return dates;
}

export const spanOf = ({ from, to }: Period, day: ShopDay): Span => ({
  fromMs: boundsOf(from, day).fromMs,
  toMs: boundsOf(to, day).toMs,
});

function add(to: Figures, { kind, count, amount }: MovementSum): void {
  if (kind === 'approved') to.sales += count;
  if (kind === 'captured') to.salesAmount += amount;
  if (kind === 'refunded') to.refundsAmount += amount;
  to.netAmount = to.salesAmount - to.refundsAmount;
}

/** Sums by a name, each made when it is first asked for. */
function byName<Name>(names: readonly Name[] = []) {
  const sums = new Map<Name, Figures>(names.map((name) => [name, { ...nothing }]));
  return {
    of(name: Name): Figures {
      const known = sums.get(name);
      if (known !== undefined) return known;
      const made = { ...nothing };
      sums.set(name, made);
      return made;
    },
    entries: () => [...sums],
  };
}

/** The weekday of a date, 1 for Monday. */
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** @returns the date of a moment; the sums come in no order, and a year has many. */
function createDateOf(dates: readonly string[], day: ShopDay): (ms: number) => string {
  const starts = dates.map((date) => boundsOf(date, day).fromMs);
  return (ms) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= ms) low = middle;
      else high = middle - 1;
    }
    return dates[low] ?? '';
  };
}

const moved = ([, { sales, salesAmount, refundsAmount }]: readonly [unknown, Figures]) =>
  sales > 0 || salesAmount > 0 || refundsAmount > 0;

const personOf = (soldBy: By | null) => (soldBy === null ? '' : `${soldBy.kind} ${soldBy.name}`);

function reportIn(
  currency: CurrencyReport['currency'],
  sums: readonly MovementSum[],
  { dates, day, names }: { dates: readonly string[]; day: ShopDay; names: ReadonlyMap<string, string> },
): CurrencyReport {
  const dateOf = createDateOf(dates, day);
  const total = { ...nothing };
  const [days, tills, people] = [byName(dates), byName<string>(), byName<string>()];
  const hours = byName(Array.from({ length: 24 }, (_, hour) => hour));
  const weekdays = byName([1, 2, 3, 4, 5, 6, 7]);
  const known = new Map<string, By | null>();
  for (const sum of sums) {
    const { atMs, till, soldBy } = sum;
    const date = dateOf(atMs);
    known.set(personOf(soldBy), soldBy);
    const hour = Math.floor((wallMs(day.timeZone, atMs) / hourMs) % 24);
    const of = [
      days.of(date),
      tills.of(till),
      people.of(personOf(soldBy)),
      hours.of(hour),
      weekdays.of(weekdayOf(date)),
    ];
    for (const figures of [total, ...of]) add(figures, sum);
  }
  const inOrder = people.entries().filter(moved);
  inOrder.sort(([one, a], [other, b]) => b.salesAmount - a.salesAmount || one.localeCompare(other));
  return {
    currency,
    total,
    days: days.entries().map(([date, figures]) => ({ date, ...figures })),
    tills: tills
      .entries()
      .filter(moved)
      .map(([till, figures]) => ({ till, name: names.get(till) ?? till, ...figures }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true })),
    people: inOrder.map(([person, figures]) => ({ by: known.get(person) ?? null, ...figures })),
    hours: hours.entries().map(([hour, figures]) => ({ hour, ...figures })),
    weekdays: weekdays.entries().map(([weekday, figures]) => ({ weekday, ...figures })),
  };
}

/** @param tills of the shop. @returns one for each currency of theirs, and for any other that moved. */
export function salesReports(
  period: Period,
  sums: readonly MovementSum[],
  day: ShopDay,
  tills: readonly Pick<TillView, 'id' | 'name' | 'currency'>[],
): CurrencyReport[] {
  const dates = datesOf(period);
  const names = new Map(tills.map(({ id, name }) => [id, name]));
  const currencies = new Set([...tills, ...sums].map(({ currency }) => currency));
  return [...currencies].map((currency) =>
    reportIn(
      currency,
      sums.filter((sum) => sum.currency === currency),
      { dates, day, names },
    ),
  );
}

// A day's sales by the hour in which they were started, by the clock of the till.
import type { PaymentView, TillView } from '../../../server/contract/payments.ts';

const hoursADay = 24;

export type Hour = {
  /** From this full hour to the next: from the one at which the day began, on to after 24 where it ends after midnight. */
  readonly hour: number;
  readonly count: number;
  /** What customers paid, minor units; what went back later stays where it was sold. */
  readonly amountMinor: number;
};

type ShopDay = Pick<TillView, 'timeZone' | 'dayEndsAt'>;

/** The hour of an ISO 8601 instant, counted on from midnight of the day of the shop. */
export function hourOf(iso: string, { timeZone, dayEndsAt }: ShopDay): number {
  const format = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone });
  const hour = Number(format.format(new Date(iso)));
  return hour < dayEndsAt ? hour + hoursADay : hour;
}

/** Every hour from the first sale to the last, those without a sale too; empty on a day without one. */
export function salesByHour(payments: readonly PaymentView[], day: ShopDay): Hour[] {
  const sums = new Map<number, Hour>();
  for (const { state, createdAt, amount } of payments) {
    if (state !== 'approved') continue;
    const hour = hourOf(createdAt, day);
    const { count = 0, amountMinor = 0 } = sums.get(hour) ?? {};
    sums.set(hour, { hour, count: count + 1, amountMinor: amountMinor + amount.value });
  }
  if (sums.size === 0) return [];
  const [first, last] = [Math.min(...sums.keys()), Math.max(...sums.keys())];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index;
    return sums.get(hour) ?? { hour, count: 0, amountMinor: 0 };
  });
}

/** The same with quiet hours around it, later ones first, so that a chart of a young day has some width. */
export function widened(hours: readonly Hour[], least: number, dayEndsAt: number): Hour[] {
  const [first, last] = [hours[0]?.hour ?? 0, hours[hours.length - 1]?.hour ?? 0];
  const until = Math.min(hoursADay + dayEndsAt, Math.max(last + 1, first + least));
  const from = Math.max(dayEndsAt, Math.min(first, until - least));
  return Array.from({ length: until - from }, (_, index) => {
    const hour = from + index;
    return hours.find((one) => one.hour === hour) ?? { hour, count: 0, amountMinor: 0 };
  });
}

/** The hour in which most was sold; the first of several. */
export function busiestOf(hours: readonly Hour[]): Hour | null {
  return hours.reduce<Hour | null>(
    (most, one) => (most === null || one.amountMinor > most.amountMinor ? one : most),
    null,
  );
}

/** `09:00`; an hour after midnight as the clock shows it, and midnight itself at the end of a day as `24:00`. */
export const hourText = (hour: number) =>
  `${String(hour > hoursADay ? hour - hoursADay : hour).padStart(2, '0')}:00`;

// A day's sales by the hour in which they were started, by the clock of the till.
import type { PaymentView } from '../../../server/contract.ts';

export type Hour = {
  /** 0 to 23: from this full hour to the next. */
  readonly hour: number;
  readonly count: number;
  /** What customers paid, minor units; what went back later stays where it was sold. */
  readonly amountMinor: number;
};

/** @param timeZone IANA name; without it, that of this device. */
export function hourOf(iso: string, timeZone?: string): number {
  const format = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return Number(format.format(new Date(iso)));
}

/** Every hour from the first sale to the last, those without a sale too; empty on a day without one. */
export function salesByHour(payments: readonly PaymentView[], timeZone?: string): Hour[] {
  const sums = new Map<number, Hour>();
  for (const { state, createdAt, amount } of payments) {
    if (state !== 'approved') continue;
    const hour = hourOf(createdAt, timeZone);
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

const hoursADay = 24;

/** The same with quiet hours around it, later ones first, so that a chart of a young day has some width. */
export function widened(hours: readonly Hour[], least: number): Hour[] {
  const [first, last] = [hours[0]?.hour ?? 0, hours.at(-1)?.hour ?? 0];
  const until = Math.min(hoursADay, Math.max(last + 1, first + least));
  const from = Math.max(0, Math.min(first, until - least));
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

/** `09:00` */
export const hourText = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

// Whether something has grown, from what was measured again and again in the same state.
import { median } from '../run/statistics.ts';

/** What was measured at one time. */
export type Sample = Readonly<Record<string, number>>;

export type Verdict = {
  readonly name: string;
  /** Of the first and of the last quarter. */
  readonly first: number;
  readonly last: number;
  /** What a straight line through all samples gains from the first to the last. */
  readonly gain: number;
  /** By how much it may grow. */
  readonly allowed: number;
  readonly grows: boolean;
};

/** The least squares line, as what it gains over all of the values. */
export function gainOf(values: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const middle = (values.length - 1) / 2;
  const level = mean(values);
  const slope =
    mean(values.map((value, at) => (at - middle) * (value - level))) /
    mean(values.map((_, at) => (at - middle) ** 2));
  return slope * (values.length - 1);
}

/** A count that is high for a moment only is no growth: the least of each quarter counts. */
export type Level = 'median' | 'least';
const levelOf = { median, least: (values: readonly number[]) => Math.min(...values) };

/**
 * Something grows when its last quarter is above its first and the line through all of it rises, both by more than what is allowed.
 * @param share how much it may grow, as a part of what it was in the beginning.
 */
export function judge(name: string, samples: readonly Sample[], share: number, level: Level): Verdict {
  const values = samples.map((sample) => sample[name] ?? Number.NaN);
  const quarter = Math.max(1, Math.floor(values.length / 4));
  const first = levelOf[level](values.slice(0, quarter));
  const last = levelOf[level](values.slice(-quarter));
  const gain = gainOf(values);
  const allowed = first * share;
  return { name, first, last, gain, allowed, grows: !(last - first <= allowed || gain <= allowed) };
}

// For figures that are taken on machines that have other things to do now and then.

/** @param part 0 to 1. @returns the smallest value that is not below that part of all of them; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** The one in the middle, or what lies between the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const worst = (values: readonly number[]) => Math.max(...values);

const golden = (Math.sqrt(5) - 1) / 2;

/** @returns from 0 to below 1: for numbers that follow each other evenly over that, without chance. */
export const spread = (at: number) => (at * golden) % 1;

// Medians, because these figures are taken on machines that have other things to do now and then.

/** @param part 0 to 1. @returns the smallest value that is not below that part of all of them; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
export const worst = (values: readonly number[]) => Math.max(...values);

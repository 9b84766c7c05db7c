// The tax that is in order lines. Amounts are minor units.
import type { Line } from '../../../server/contract/payments.ts';

/** Tax that is in an amount, in minor units, rounded to the nearest; of a return as of the sale. The percentage has at most two decimals. */
export function taxIn(amountMinor: number, percentage: number): number {
  const hundredths = Math.round(percentage * 100);
  const taxMinor = Math.round((Math.abs(amountMinor) * hundredths) / (10_000 + hundredths));
  return amountMinor < 0 ? -taxMinor : taxMinor;
}

/** How much tax is in the lines, by percentage, the highest first. */
export function taxesOf(
  lines: readonly Line[],
): { readonly percentage: number; readonly taxMinor: number }[] {
  const sums = new Map<number, number>();
  for (const { taxPercentage, amount } of lines) {
    if (taxPercentage !== undefined) {
      sums.set(taxPercentage, (sums.get(taxPercentage) ?? 0) + amount.value);
    }
  }
  return [...sums]
    .sort(([one], [other]) => other - one)
    .map(([percentage, amountMinor]) => ({ percentage, taxMinor: taxIn(amountMinor, percentage) }));
}

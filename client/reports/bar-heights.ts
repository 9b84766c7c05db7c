// How high the bars of a picture are. Pure; amounts are minor units.
import type { Figures } from '../../server/contract/reports.ts';

/** In hundredths of the picture's height: what was sold, above the line, and what was refunded, below it. */
export type Bar = { readonly sold: number; readonly refunded: number };

/** @returns the bars, and where the line lies from the top, in hundredths. All of nothing have no height. */
export function barHeights(rows: readonly Figures[]): { bars: Bar[]; line: number } {
  const most = (of: 'salesAmount' | 'refundsAmount') => Math.max(0, ...rows.map((row) => row[of]));
  const all = most('salesAmount') + most('refundsAmount');
  if (all === 0) return { bars: rows.map(() => ({ sold: 0, refunded: 0 })), line: 100 };
  const height = (amount: number) => (Math.max(0, amount) / all) * 100;
  const bars = rows.map(({ salesAmount, refundsAmount }) => ({
    sold: height(salesAmount),
    refunded: height(refundsAmount),
  }));
  return { bars, line: height(most('salesAmount')) };
}

/** How many steps lie between two names below a picture, so that at most `most` are written. */
export const everyNth = (count: number, most: number) => Math.max(1, Math.ceil(count / most));

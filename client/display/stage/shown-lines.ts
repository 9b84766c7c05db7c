import type { Line } from '../../../server/contract/payments.ts';

/** More would push the code away. */
const mostRows = 6;

/** The lines that fit on the screen, and how many more there are: that is told in the place of the last row. */
export function shownLines(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly more: number;
} {
  const shown = lines.length > mostRows ? lines.slice(0, mostRows - 1) : lines;
  return { lines: shown, more: lines.length - shown.length };
}

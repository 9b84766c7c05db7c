import type { Line } from '../../../server/contract/payments.ts';

/** More would push the code away. */
const mostRows = 6;

const rowsOf = ({ discount }: Line) => (discount && discount.value > 0 ? 2 : 1);

/** How many of the lines, from the first, fit into so many rows. */
function fitting(lines: readonly Line[], rows: number): number {
  let left = rows;
  const tooMany = lines.findIndex((line) => {
    left -= rowsOf(line);
    return left < 0;
  });
  return tooMany < 0 ? lines.length : tooMany;
}

/** The lines that fit on the screen, and how many more there are: that is told in the place of the last row. */
export function shownLines(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly more: number;
} {
  const all = fitting(lines, mostRows);
  const count = all === lines.length ? all : fitting(lines, mostRows - 1);
  return { lines: lines.slice(0, count), more: lines.length - count };
}

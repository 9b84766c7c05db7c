// Whether a field that is not known may be meant for one that is. Pure.

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** How many letters have to be changed, added, left out or swapped with the next one. */
export function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + changed,
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, next];
  }
  return last[other.length] ?? 0;
}

/** `ref` for `reference`, `return` for `isReturn`, `orderReference` for `reference`. */
const isPartOf = (name: string, known: string) =>
  (name.length >= 3 && known.startsWith(name)) ||
  (name.length >= 6 && known.endsWith(name)) ||
  name.startsWith(known) ||
  name.endsWith(known);

function isNear(given: string, known: string): boolean {
  const [name, meant] = [plain(given), plain(known)];
  if (name === '') return false;
  return isPartOf(name, meant) || distance(name.slice(0, 40), meant) <= (meant.length > 4 ? 2 : 1);
}

/** @returns the first of the names that are known which `given` may be a slip of the pen for; null when it is none. */
export const nearName = (given: string, known: readonly string[]): string | null =>
  known.find((one) => isNear(given, one)) ?? null;

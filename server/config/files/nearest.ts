// Which known name somebody may have meant. Pure.

const bare = (name: string) =>
  name
    .toUpperCase()
    .replace(/^VIPPS(?:_?MOBILEPAY)?_?/, '')
    .replace(/[^A-Z0-9]/g, '');

/** How many letters have to be left out, put in, changed, or swapped with their neighbour (optimal string alignment). */
export function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const [left, above, diagonal] = [row[j - 1] ?? 0, last[j] ?? 0, last[j - 1] ?? 0];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(left + 1, above + 1, diagonal + (isSame ? 0 : 1), swapped));
    }
    before = last;
    last = row;
  }
  return last.at(-1) ?? 0;
}

/** Two slips in a long name, one in a short one. */
const mostSlips = ({ length }: string) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** `VIPPS_ENV` and `VIPPS_SECRET` are short for names of ours: each word begins one of theirs, in their order. */
function isShortFor(written: string, name: string): boolean {
  const words = name.split('_');
  return written.split('_').every((word) => {
    const at = words.findIndex((one) => one.startsWith(word));
    return at >= 0 && words.splice(0, at + 1).length > 0;
  });
}

/** By how much `written` misses `name`, whatever its case and with or without `VIPPS_`; infinite when it means something else. */
function miss(written: string, known: string): number {
  const [upper, name] = [written.toUpperCase(), known.toUpperCase()];
  const whole = distance(upper, name);
  const part = distance(bare(upper), bare(name));
  if (whole <= mostSlips(name) || part <= mostSlips(bare(name))) return Math.min(whole, part) + whole / 100;
  return upper.startsWith('VIPPS_') && isShortFor(upper, name)
    ? mostSlips(name) + 1
    : Number.POSITIVE_INFINITY;
}

/** @returns the one of `known` that `written` is a slip of or short for; null when it is near to none. */
export function nearest(written: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const by = miss(written, name);
    if (by < least) [best, least] = [name, by];
  }
  return best;
}

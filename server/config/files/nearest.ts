// Which known name somebody may have meant. Pure.
import { distance } from '../../core/words/edit-distance.ts';

const bare = (name: string) =>
  name
    .toUpperCase()
    .replace(/^VIPPS(?:_?MOBILEPAY)?_?/, '')
    .replace(/[^A-Z0-9]/g, '');

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

// Whether a field that is not known may be meant for one that is. Pure.
import { distance } from '../../core/words/edit-distance.ts';

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

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

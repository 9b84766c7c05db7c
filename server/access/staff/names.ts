// Names that staff can be told apart by, in lists and in the history of a payment.
import unhomoglyph from 'unhomoglyph';
import { Refusal } from '../../core/refusal.ts';

/** What cannot be seen, turns the direction of what follows, belongs to nobody, or is a blank that is no space. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/u;
/** As long as a line of the lists is; a single character can stand for many. */
const mostCharacters = 60;
/** More marks on one letter than any language writes. */
const piledUp = /\p{M}{3}/u;

/**
 * @returns a name as it is stored: one way to write each character, and single spaces.
 * @throws Refusal `invalid_request` for a name with characters that nobody can see or tell.
 */
export function toName(typed: string): string {
  const name = typed
    .normalize('NFKC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  const isTooLong = name.length > mostCharacters;
  if (name === '' || isTooLong || unseen.test(name) || piledUp.test(name.normalize('NFD'))) {
    throw new Refusal('invalid_request', 'name: letters, digits and signs that can be seen');
  }
  return name;
}

/** What a name looks like, in small letters and as it is written: a capital I is like an l, a small i is not. */
const looksOf = (name: string): readonly [string, string] => [
  unhomoglyph(name.toLowerCase()).normalize('NFC'),
  unhomoglyph(name).toLowerCase().normalize('NFC'),
];

/** @returns whether people could take one name for the other (Unicode's confusables). */
export function lookAlike(one: string, other: string): boolean {
  const [small, written] = looksOf(other);
  return looksOf(one).some((look) => look === small || look === written);
}

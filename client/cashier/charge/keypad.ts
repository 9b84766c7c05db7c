// The keypad types minor units from the right, as a card terminal does: 2 4 9 0 0 is 249,00. What stands before a comma is whole kroner
// or euros: 2 4 9 , 5 is 249,50. With + and × it calculates.
import { calculate, isCalculation } from './calculation.ts';

/** What a payment can be at most and at least, in minor units, as the contract has it. */
export const maxMinor = 65_000_000;
export const minMinor = 100;

export const padKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0'] as const;
export type PadKey = (typeof padKeys)[number] | 'comma' | 'delete' | 'plus' | 'times';

/** Why a key was refused: over the maximum, or no such amount is written. */
export type KeyRefusal = 'too_much' | 'too_precise';

export type Keyed = {
  /** Digits, and the commas, + and * that were typed. */
  readonly typed: string;
  /** Why the last key was refused; until a key is deleted no other counts, so that the rest of the digits does not make another amount. */
  readonly refused: KeyRefusal | null;
};
export const nothingKeyed: Keyed = { typed: '', refused: null };

const decimals = 2;

/** The decimals that were typed after a comma; null without one. */
const decimalsOf = ({ typed }: Keyed) => typed.split(',')[1] ?? null;

/** The amount in minor units. */
export const minorOf = ({ typed }: Keyed): number => calculate(typed);

/** How many decimals of the amount can still be typed; of what a calculation comes to, none. */
export function decimalsLeft(keyed: Keyed): number {
  if (isCalculation(keyed.typed)) return 0;
  return decimals - (decimalsOf(keyed)?.length ?? decimals);
}

/** An amount (minor units) as if its digits had been keyed in. */
export const keyedFrom = (minor: number): Keyed => ({ ...nothingKeyed, typed: String(minor) });

/** So many keys that no sum of a shop needs more, and the line above the amount can still be read. */
const longest = 60;
const signs = { plus: '+', times: '*' } as const;
const numbers = /^(\d*(,\d{0,2})?)([+*]\d*(,\d{0,2})?)*$/;

/** An operator after an operator takes its place; before any number there is nothing to calculate with. */
function afterOperator({ typed, refused }: Keyed, sign: '+' | '*'): Keyed {
  const before = typed.replace(/[+*]$/, '');
  return { typed: before === '' ? '' : before + sign, refused };
}

/** What is keyed in after one more key. Deleting takes back one key after the other. */
export function afterKey(keyed: Keyed, key: PadKey): Keyed {
  const { typed, refused } = keyed;
  if (key === 'delete') return { typed: typed.slice(0, -1), refused: null };
  if (refused !== null) return keyed;
  if (typed.length >= longest) return keyed;
  const next =
    key === 'plus' || key === 'times'
      ? afterOperator(keyed, signs[key])
      : { typed: (typed + (key === 'comma' ? ',' : key)).replace(/(^|[+*])0+(?=\d|$)/, '$1'), refused };
  if (!numbers.test(next.typed)) return { typed, refused: 'too_precise' };
  return minorOf(next) > maxMinor ? { typed, refused: 'too_much' } : next;
}

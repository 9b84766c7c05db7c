// The keypad types minor units from the right, as a card terminal does: 2 4 9 0 0 is 249,00. What stands before a comma, which only a
// keyboard has, is whole kroner or euros: 2 4 9 , 5 is 249,50.

/** What a payment can be at most and at least, in minor units, as the contract has it. */
export const maxMinor = 65_000_000;
export const minMinor = 100;

export const padKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0'] as const;
export type PadKey = (typeof padKeys)[number] | 'comma' | 'delete';

/** Why a key was refused: over the maximum, or no such amount is written. */
export type KeyRefusal = 'too_much' | 'too_precise';

export type Keyed = {
  /** Digits, and the comma if one was typed. */
  readonly typed: string;
  /** Why the last key was refused; until a key is deleted no other counts, so that the rest of the digits does not make another amount. */
  readonly refused: KeyRefusal | null;
};
export const nothingKeyed: Keyed = { typed: '', refused: null };

const decimals = 2;

/** The decimals that were typed after a comma; null without one. */
const decimalsOf = ({ typed }: Keyed) => typed.split(',')[1] ?? null;

/** The amount in minor units. */
export function minorOf(keyed: Keyed): number {
  const missing = '0'.repeat(decimalsLeft(keyed));
  return Number(keyed.typed.replace(',', '') + missing);
}

/** How many decimals can still be typed. */
export function decimalsLeft(keyed: Keyed): number {
  return decimals - (decimalsOf(keyed)?.length ?? decimals);
}

/** An amount (minor units) as if its digits had been keyed in. */
export const keyedFrom = (minor: number): Keyed => ({ ...nothingKeyed, typed: String(minor) });

/** What is keyed in after one more key. Deleting takes back one key after the other. */
export function afterKey(keyed: Keyed, key: PadKey): Keyed {
  const { typed, refused } = keyed;
  if (key === 'delete') return { typed: typed.slice(0, -1), refused: null };
  if (refused !== null) return keyed;
  const next = { typed: (typed + (key === 'comma' ? ',' : key)).replace(/^0+/, ''), refused };
  if (!/^\d*(,\d{0,2})?$/.test(next.typed)) return { typed, refused: 'too_precise' };
  return minorOf(next) > maxMinor ? { typed, refused: 'too_much' } : next;
}

export type KeyMeaning =
  | { readonly type: 'pad'; readonly key: PadKey }
  | { readonly type: 'charge' }
  | { readonly type: 'escape' }
  | { readonly type: 'find' };

export type KeyStroke = {
  readonly key: string;
  readonly repeat: boolean;
  /** Ctrl, Alt or Meta is held: the stroke is the browser's. */
  readonly modified: boolean;
  /** What has the focus; only Escape does the same for all three. */
  readonly focus: 'text' | 'control' | 'page';
};

/** What a stroke on the keyboard means for the sale; null leaves it to the browser. */
export function meaningOf({ key, repeat, modified, focus }: KeyStroke): KeyMeaning | null {
  if (modified) return null;
  if (key === 'Escape') return repeat ? null : { type: 'escape' };
  if (focus === 'text') return null;
  if (key === '/') return { type: 'find' };
  // Enter on a button presses that button; held down it must not charge twice.
  if (key === 'Enter') return focus === 'control' || repeat ? null : { type: 'charge' };
  if (key === 'Backspace' || key === 'Delete') return { type: 'pad', key: 'delete' };
  if (key === ',' || key === '.') return { type: 'pad', key: 'comma' };
  const digit = padKeys.find((padKey) => padKey === key);
  return digit ? { type: 'pad', key: digit } : null;
}

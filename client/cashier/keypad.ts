// The keypad types minor units from the right, as a card terminal does: 2 4 9 0 0 is 249,00.

/** What a payment can be at most and at least, in minor units, as the contract has it. */
export const maxMinor = 65_000_000;
export const minMinor = 100;

export const padKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0'] as const;
export type PadKey = (typeof padKeys)[number] | 'delete';

/** The amount (minor units) after one more key; null when the key would take it over the maximum. */
export function afterKey(minor: number, key: PadKey): number | null {
  if (key === 'delete') return Math.trunc(minor / 10);
  const next = Number(`${minor}${key}`);
  return next > maxMinor ? null : next;
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
  /** What has the focus: only Escape means the same everywhere. */
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
  const digit = padKeys.find((padKey) => padKey === key);
  return digit ? { type: 'pad', key: digit } : null;
}

// What the keyboard's keys mean for the sale.
import { type PadKey, padKeys } from './keypad.ts';

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

const namedKeys: Readonly<Record<string, PadKey>> = {
  Backspace: 'delete',
  Delete: 'delete',
  ',': 'comma',
  '.': 'comma',
  '+': 'plus',
  '*': 'times',
  '×': 'times',
};

/** What a stroke on the keyboard means for the sale; null leaves it to the browser. */
export function meaningOf({ key, repeat, modified, focus }: KeyStroke): KeyMeaning | null {
  if (modified) return null;
  if (key === 'Escape') return repeat ? null : { type: 'escape' };
  if (focus === 'text') return null;
  if (key === '/') return { type: 'find' };
  // Enter on a button presses that button; held down it must not charge twice.
  if (key === 'Enter') return focus === 'control' || repeat ? null : { type: 'charge' };
  const named = namedKeys[key];
  if (named) return { type: 'pad', key: named };
  const digit = padKeys.find((padKey) => padKey === key);
  return digit ? { type: 'pad', key: digit } : null;
}

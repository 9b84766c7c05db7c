// The last amounts and texts that a person charged at a till, offered for the next sale.
import { maxMinor, minMinor } from './keypad.ts';

const most = 6;
const longestText = 100;

export type Recents = {
  /** The name of the person who charged them: the next person at the till has a list of their own. */
  readonly by: string;
  /** Minor units, the last one first. */
  readonly amounts: readonly number[];
  readonly texts: readonly string[];
};

const isAmount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= minMinor && Number(value) <= maxMinor;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestText;
const listOf = <T>(value: unknown, is: (one: unknown) => one is T): T[] =>
  Array.isArray(value) ? value.filter(is).slice(0, most) : [];

/** The amounts and texts of a person from the browser's storage, which can hold anything. */
export function recentsFrom(kept: unknown, by: string): Recents {
  const isTheirs = typeof kept === 'object' && kept !== null && 'by' in kept && kept.by === by;
  const { amounts, texts } = (isTheirs ? kept : {}) as { amounts?: unknown; texts?: unknown };
  return { by, amounts: listOf(amounts, isAmount), texts: listOf(texts, isText) };
}

const withFirst = <T>(all: readonly T[], first: T): T[] =>
  [first, ...all.filter((one) => one !== first)].slice(0, most);

/** The same after one more sale, whose amount is in minor units. */
export function afterCharging(recents: Recents, amountMinor: number, text: string): Recents {
  const { by, amounts, texts } = recents;
  return {
    by,
    amounts: withFirst(amounts, amountMinor),
    texts: text === '' ? texts : withFirst(texts, text),
  };
}

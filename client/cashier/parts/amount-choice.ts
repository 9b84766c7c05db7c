// An amount that a cashier chooses, up to what is left.
import { parseMinor } from '../../ui/base/money.ts';

export type AmountChoice = { readonly amountMinor: number } | { readonly fault: 'nonsense' | 'too_much' };

/** What was typed as an amount in minor units, if it is more than nothing and at most `mostMinor`. */
export function chosenAmount(typed: string, mostMinor: number): AmountChoice {
  const amountMinor = parseMinor(typed);
  if (amountMinor === null || amountMinor === 0) return { fault: 'nonsense' };
  return amountMinor > mostMinor ? { fault: 'too_much' } : { amountMinor };
}

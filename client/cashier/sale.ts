// One intended sale, from the first digit to the server's answer.
import { type Attempt, type AttemptEvent, afterTyping, nextAttempt, noAttempt, oneLine } from './attempt.ts';
import { afterKey, minMinor, type PadKey } from './keypad.ts';

export type SaleFault = 'too_little' | 'too_much';

export type Sale = Attempt<SaleFault> & {
  readonly amountMinor: number;
  readonly text: string;
};

export const emptySale: Sale = { ...noAttempt, amountMinor: 0, text: '' };

export type SaleEvent =
  | { readonly type: 'pressed'; readonly key: PadKey; readonly freshKey: string }
  /** An amount that was charged before is wanted again. */
  | { readonly type: 'chosen'; readonly amountMinor: number; readonly freshKey: string }
  | { readonly type: 'texted'; readonly text: string }
  | AttemptEvent<SaleFault>;

/** Why the amount cannot be charged as it stands, before anybody is asked. */
export function refusalOf(sale: Sale): SaleFault | null {
  return sale.amountMinor < minMinor ? 'too_little' : null;
}

function press(sale: Sale, key: PadKey, freshKey: string): Sale {
  const amountMinor = afterKey(sale.amountMinor, key);
  if (amountMinor === null) return { ...sale, problem: 'too_much' };
  return withAmount(sale, amountMinor, freshKey);
}

function withAmount(sale: Sale, amountMinor: number, freshKey: string): Sale {
  const begins = sale.amountMinor === 0 && amountMinor > 0;
  return { ...afterTyping<SaleFault, Sale>(sale, begins ? freshKey : null), amountMinor };
}

/** The sale after an event; it has one key from its first digit on. */
export function nextSale(sale: Sale, event: SaleEvent): Sale {
  switch (event.type) {
    case 'pressed':
      return sale.step === 'sending' ? sale : press(sale, event.key, event.freshKey);
    case 'chosen':
      return sale.step === 'sending' ? sale : withAmount(sale, event.amountMinor, event.freshKey);
    case 'texted':
      return sale.step === 'sending' ? sale : { ...sale, text: oneLine(event.text) };
    default: {
      const asked = { amountMinor: sale.amountMinor, text: sale.text.trim(), terms: null };
      return nextAttempt<SaleFault, Sale>(sale, event, asked, emptySale);
    }
  }
}

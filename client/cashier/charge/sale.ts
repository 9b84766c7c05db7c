// One intended sale, from the first digit to the server's answer.
import {
  type Attempt,
  type AttemptEvent,
  afterTyping,
  nextAttempt,
  noAttempt,
  oneLine,
} from '../start/attempt.ts';
import { afterKey, type Keyed, keyedFrom, minMinor, minorOf, nothingKeyed, type PadKey } from './keypad.ts';

export type SaleFault = 'too_little';

export type Sale = Attempt<SaleFault> & {
  readonly keyed: Keyed;
  readonly text: string;
};

export const emptySale: Sale = { ...noAttempt, keyed: nothingKeyed, text: '' };

export type SaleEvent =
  | { readonly type: 'pressed'; readonly key: PadKey; readonly freshKey: string }
  /** An amount that was charged before is wanted again. */
  | { readonly type: 'chosen'; readonly amountMinor: number; readonly freshKey: string }
  /** The cashier begins anew after a key that was refused. */
  | { readonly type: 'cleared' }
  | { readonly type: 'texted'; readonly text: string }
  | AttemptEvent<SaleFault>;

/** Why the amount cannot be charged, found without the server. */
export function refusalOf(sale: Sale): SaleFault | null {
  return minorOf(sale.keyed) < minMinor ? 'too_little' : null;
}

/** Whether there is an amount to charge. After a refused key there is none: the digits may not be the amount that the cashier meant. */
export function isMeant({ keyed }: Sale): boolean {
  return minorOf(keyed) > 0 && keyed.refused === null;
}

function withKeyed(sale: Sale, keyed: Keyed, freshKey: string): Sale {
  const begins = minorOf(sale.keyed) === 0 && minorOf(keyed) > 0;
  return { ...afterTyping<SaleFault, Sale>(sale, begins ? freshKey : null), keyed };
}

function nextTyped(sale: Sale, event: Exclude<SaleEvent, AttemptEvent<SaleFault>>): Sale {
  switch (event.type) {
    case 'pressed':
      return withKeyed(sale, afterKey(sale.keyed, event.key), event.freshKey);
    case 'chosen':
      return withKeyed(sale, keyedFrom(event.amountMinor), event.freshKey);
    case 'cleared':
      return sale.keyed.refused === null ? sale : withKeyed(sale, nothingKeyed, sale.key);
    case 'texted':
      return { ...sale, text: oneLine(event.text) };
  }
}

/** The sale after an event; it has one key from its first digit on. */
export function nextSale(sale: Sale, event: SaleEvent): Sale {
  switch (event.type) {
    case 'pressed':
    case 'chosen':
    case 'cleared':
    case 'texted':
      return sale.step === 'sending' ? sale : nextTyped(sale, event);
    default: {
      const asked = { amountMinor: minorOf(sale.keyed), text: sale.text.trim(), terms: null };
      return nextAttempt<SaleFault, Sale>(sale, event, asked, emptySale);
    }
  }
}

// One intended sale, from the first digit to the server's answer.
import type { Line, PaymentView } from '../../../server/contract/payments.ts';
import {
  type Attempt,
  type AttemptEvent,
  afterTyping,
  nextAttempt,
  noAttempt,
  oneLine,
} from '../start/attempt.ts';
import { isComplete } from './calculation.ts';
import {
  afterKey,
  type Keyed,
  keyedFrom,
  minMinor,
  minorOf,
  nothingKeyed,
  type PadKey,
  padKeys,
} from './keypad.ts';

export type SaleFault = 'too_little';

export type Sale = Attempt<SaleFault> & {
  readonly keyed: Keyed;
  readonly text: string;
  /** Of a sale that is repeated: they go with its amount, and leave with it. */
  readonly lines: readonly Line[];
  /** What was not started is still there: the next digit begins another amount. */
  readonly isLeft: boolean;
};

export const emptySale: Sale = { ...noAttempt, keyed: nothingKeyed, text: '', lines: [], isLeft: false };

/** What of a payment is charged once more. */
export type Repeated = {
  readonly amountMinor: number;
  readonly text: string;
  readonly lines: readonly Line[];
};

/** @param tillName what a sale without a text bears. */
export const repeatedFrom = ({ amount, text, lines }: PaymentView, tillName: string): Repeated => ({
  amountMinor: amount.value,
  text: text === tillName ? '' : text,
  lines,
});

export type SaleEvent =
  | { readonly type: 'pressed'; readonly key: PadKey; readonly freshKey: string }
  /** An amount that was charged before is wanted again. */
  | { readonly type: 'chosen'; readonly amountMinor: number; readonly freshKey: string }
  | ({ readonly type: 'repeated'; readonly freshKey: string } & Repeated)
  /** The cashier begins anew after a key that was refused. */
  | { readonly type: 'cleared' }
  | { readonly type: 'texted'; readonly text: string }
  | AttemptEvent<SaleFault>;

/** Why the amount cannot be charged, found without the server. */
export function refusalOf(sale: Sale): SaleFault | null {
  return minorOf(sale.keyed) < minMinor ? 'too_little' : null;
}

/**
 * Whether there is an amount to charge. After a refused key there is none: the digits may not be the amount that the cashier meant. A
 * calculation that waits for its next number comes to nothing yet, either.
 */
export function isMeant({ keyed }: Sale): boolean {
  return minorOf(keyed) > 0 && keyed.refused === null && isComplete(keyed.typed);
}

function withKeyed(sale: Sale, keyed: Keyed, freshKey: string): Sale {
  const begins = minorOf(sale.keyed) === 0 && minorOf(keyed) > 0;
  const lines = minorOf(keyed) === minorOf(sale.keyed) ? sale.lines : [];
  const next = afterTyping<SaleFault, Sale>(sale, begins ? freshKey : null);
  return { ...next, keyed, lines, isLeft: false };
}

const isDigit = (key: PadKey) => padKeys.some((digit) => digit === key) || key === 'comma';

/** [P2] While the outcome of an attempt is unknown the repeat has its key: whatever became of it, nothing is started beside it. */
function repeat(sale: Sale, { amountMinor, text, lines, freshKey }: Repeated & { freshKey: string }): Sale {
  const next = withKeyed(sale, keyedFrom(amountMinor), freshKey);
  return { ...next, key: sale.step === 'unknown' ? sale.key : freshKey, text: oneLine(text), lines };
}

function nextTyped(sale: Sale, event: Exclude<SaleEvent, AttemptEvent<SaleFault>>): Sale {
  switch (event.type) {
    case 'pressed': {
      const before = sale.isLeft && isDigit(event.key) ? nothingKeyed : sale.keyed;
      return withKeyed(sale, afterKey(before, event.key), event.freshKey);
    }
    case 'chosen':
      return withKeyed(sale, keyedFrom(event.amountMinor), event.freshKey);
    case 'repeated':
      return repeat(sale, event);
    case 'cleared':
      return sale.keyed.refused === null ? sale : withKeyed(sale, nothingKeyed, sale.key);
    case 'texted':
      return { ...sale, text: oneLine(event.text) };
  }
}

/** Whether an attempt has ended in nothing, and with the very amount that was sent. */
function isLeftBy({ type }: SaleEvent, before: Sale, next: Sale): boolean {
  const isOutcome = next !== before && (type === 'failed' || type === 'seen');
  return isOutcome && next.step === 'typing' && before.sent?.amountMinor === minorOf(next.keyed);
}

/** The sale after an event; it has one key from its first digit on. */
export function nextSale(sale: Sale, event: SaleEvent): Sale {
  switch (event.type) {
    case 'pressed':
    case 'chosen':
    case 'repeated':
    case 'cleared':
    case 'texted':
      return sale.step === 'sending' ? sale : nextTyped(sale, event);
    default: {
      const asked = { amountMinor: minorOf(sale.keyed), text: sale.text.trim(), terms: null };
      const next = nextAttempt<SaleFault, Sale>(sale, event, asked, emptySale);
      return isLeftBy(event, sale, next) ? { ...next, isLeft: true } : next;
    }
  }
}

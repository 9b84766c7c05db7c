// One intended sale, from the first digit to the server's answer. One key for all its attempts (P2, P4).
import type { PaymentView } from '../../server/contract.ts';
import type { Failure } from '../ui/api.ts';
import { isStartedOver } from '../ui/states.ts';
import { afterKey, minMinor, type PadKey } from './keypad.ts';

export type SaleProblem = Failure | 'too_little' | 'too_much';

export type Sale = {
  readonly amountMinor: number;
  readonly text: string;
  readonly key: string;
  /** `unknown`: it was sent, but whether the server has it is not known yet. */
  readonly step: 'typing' | 'sending' | 'unknown';
  readonly problem: SaleProblem | null;
  /** The last attempt, and the payment that the till showed before it. */
  readonly sent: {
    readonly amountMinor: number;
    readonly text: string;
    readonly before: string | null;
  } | null;
};

export const emptySale: Sale = {
  amountMinor: 0,
  text: '',
  key: '',
  step: 'typing',
  problem: null,
  sent: null,
};

export type SaleEvent =
  | { readonly type: 'pressed'; readonly key: PadKey; readonly freshKey: string }
  | { readonly type: 'texted'; readonly text: string }
  | { readonly type: 'refused'; readonly problem: SaleProblem }
  | { readonly type: 'sent'; readonly before: string | null }
  | { readonly type: 'answered'; readonly key: string }
  | { readonly type: 'failed'; readonly key: string; readonly failure: Failure; readonly freshKey: string }
  | {
      readonly type: 'seen';
      readonly payment: PaymentView;
      readonly freshKey: string;
      readonly tillName: string;
    };

type Seen = Extract<SaleEvent, { type: 'seen' }>;

// After these the server may have started the payment all the same.
const unknownAfter: readonly Failure[] = [
  'unreachable',
  'vipps_unavailable',
  'storage_unavailable',
  'internal',
];
const payable: readonly PaymentView['state'][] = ['started', 'presented', 'scanned'];

/** [P4] While this holds, the till takes no other payment. */
export function isPayable(payment: PaymentView | null): boolean {
  return payment !== null && payable.includes(payment.state);
}

const isStarted = (payment: PaymentView) => isPayable(payment) || payment.state === 'approved';

/** Why the amount cannot be charged as it stands, before anybody is asked. */
export function refusalOf(sale: Sale): SaleProblem | null {
  return sale.amountMinor < minMinor ? 'too_little' : null;
}

/** What the contract takes as a text, from whatever was pasted. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/\p{Cs}/gu, '');
}

function press(sale: Sale, key: PadKey, freshKey: string): Sale {
  const amountMinor = afterKey(sale.amountMinor, key);
  if (amountMinor === null) return { ...sale, problem: 'too_much' };
  const begins = sale.amountMinor === 0 && amountMinor > 0;
  const problem = sale.step === 'unknown' ? sale.problem : null;
  return begins
    ? { ...sale, amountMinor, key: freshKey, step: 'typing', problem: null, sent: null }
    : { ...sale, amountMinor, problem };
}

/** What the till shows tells what became of an attempt whose answer is missing or was "no". */
function see(sale: Sale, { payment, freshKey, tillName }: Seen): Sale {
  const { sent } = sale;
  const isOurs =
    sent !== null &&
    payment.reference !== sent.before &&
    payment.amount.value === sent.amountMinor &&
    // A sale without a text bears the name of the till.
    [sent.text, sent.text || tillName].includes(payment.text);
  // One that was started over tells nothing: its successor, under the same key, will.
  if (!isOurs || isStartedOver(payment)) return sale;
  // Still being started, or the news is older than the answer that we have: what becomes of it comes next.
  if (payment.state === 'started') return sale;
  // The answer would come with the QR: when that is shown, there is no need to wait for it.
  if (sale.step === 'sending') return isStarted(payment) ? emptySale : sale;
  if (isStarted(payment)) return sale.step === 'unknown' ? emptySale : sale;
  const isTold = sale.step === 'unknown' || sale.problem === 'vipps_rejected';
  return isTold ? { ...sale, step: 'typing', key: freshKey, problem: null, sent: null } : sale;
}

/** The sale after an event; a key lives as long as the outcome of its attempt is unknown. */
export function nextSale(sale: Sale, event: SaleEvent): Sale {
  switch (event.type) {
    case 'pressed':
      return sale.step === 'sending' ? sale : press(sale, event.key, event.freshKey);
    case 'texted':
      return sale.step === 'sending' ? sale : { ...sale, text: oneLine(event.text) };
    case 'refused':
      return { ...sale, problem: event.problem };
    case 'sent': {
      const sent = { amountMinor: sale.amountMinor, text: sale.text.trim(), before: event.before };
      return { ...sale, step: 'sending', problem: null, sent };
    }
    case 'answered':
      return event.key === sale.key ? emptySale : sale;
    case 'failed':
      if (event.key !== sale.key) return sale;
      return unknownAfter.includes(event.failure)
        ? { ...sale, step: 'unknown', problem: event.failure }
        : { ...sale, step: 'typing', problem: event.failure, key: event.freshKey };
    case 'seen':
      return see(sale, event);
  }
}

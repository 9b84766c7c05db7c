// One attempt to bring something to the customer's screen, until its outcome is known. One key for all its tries (P2, P4).
import type { NewAgreement, PaymentView } from '../../../server/contract/payments.ts';
import { type Failure, isUnknownAfter } from '../../ui/api/api.ts';
import { isStartedOver } from '../../ui/till/states.ts';

/** What is sent, as far as it can be recognised on the payment that it becomes. */
export type Asked = {
  readonly amountMinor: number;
  readonly text: string;
  /** Of an agreement; null for a sale. */
  readonly terms: Pick<NewAgreement, 'pricing' | 'interval'> | null;
};

/** `Fault` is what can be wrong before the server is asked. */
export type Attempt<Fault extends string> = {
  readonly key: string;
  /** `unknown`: it was sent, but whether the server has it is not known yet. */
  readonly step: 'typing' | 'sending' | 'unknown';
  readonly problem: Failure | Fault | null;
  /** The last try, and the payment that the till showed before it. */
  readonly sent: (Asked & { readonly before: string | null }) | null;
};

export const noAttempt = { key: '', step: 'typing', problem: null, sent: null } as const;

export type AttemptEvent<Fault extends string> =
  | { readonly type: 'refused'; readonly problem: Fault }
  | { readonly type: 'sent'; readonly before: string | null }
  | { readonly type: 'answered'; readonly key: string }
  | { readonly type: 'failed'; readonly key: string; readonly failure: Failure; readonly freshKey: string }
  | {
      readonly type: 'seen';
      readonly payment: PaymentView;
      readonly freshKey: string;
      readonly tillName: string;
    };

type Seen = Extract<AttemptEvent<never>, { type: 'seen' }>;

const payable: readonly PaymentView['state'][] = ['started', 'presented', 'scanned'];

/** [P4] While this holds, the till takes no other payment. */
export function isPayable(payment: PaymentView | null): boolean {
  return payment !== null && payable.includes(payment.state);
}

const isStarted = (payment: PaymentView) => isPayable(payment) || payment.state === 'approved';

function hasTerms({ agreement }: PaymentView, terms: Asked['terms']): boolean {
  if (agreement === null || terms === null) return agreement === terms;
  const { pricing, interval } = agreement;
  return (
    pricing.amount.value === terms.pricing.amount.value &&
    interval.unit === terms.interval.unit &&
    interval.count === terms.interval.count
  );
}

/** Whether a payment is the one that was sent. */
function isThat({ amountMinor, text, terms }: Asked, payment: PaymentView, tillName: string): boolean {
  // A sale without a text bears the name of the till.
  const isNamedSo = payment.text === text || payment.text === (text || tillName);
  return isNamedSo && payment.amount.value === amountMinor && hasTerms(payment, terms);
}

/** Takes the outcome of an attempt whose answer is missing, or was an error, from what the till shows. */
function see<F extends string, A extends Attempt<F>>(now: A, seen: Seen, empty: A): A {
  const { payment, freshKey, tillName } = seen;
  const { sent } = now;
  const isOurs = sent !== null && payment.reference !== sent.before && isThat(sent, payment, tillName);
  // A payment that was started over does not tell the outcome: its successor, under the same key, does.
  if (!isOurs || isStartedOver(payment)) return now;
  // Still being started, or older than an answer that has arrived: a later version tells the outcome.
  if (payment.state === 'started') return now;
  // The answer would come with the QR: when that is shown, there is no need to wait for it.
  if (now.step === 'sending') return isStarted(payment) ? empty : now;
  if (isStarted(payment)) return now.step === 'unknown' ? empty : now;
  const isTold = now.step === 'unknown' || now.problem === 'vipps_rejected';
  return isTold ? { ...now, step: 'typing', key: freshKey, problem: null, sent: null } : now;
}

/**
 * The attempt after an event; a key lives as long as the outcome is unknown.
 * @param asked what would be sent now. @param empty what makes way for the next one.
 */
export function nextAttempt<F extends string, A extends Attempt<F>>(
  now: A,
  event: AttemptEvent<F>,
  asked: Asked,
  empty: A,
): A {
  switch (event.type) {
    case 'refused':
      return { ...now, problem: event.problem };
    case 'sent':
      return { ...now, step: 'sending', problem: null, sent: { ...asked, before: event.before } };
    case 'answered':
      return event.key === now.key ? empty : now;
    case 'failed':
      if (event.key !== now.key) return now;
      return isUnknownAfter(event.failure)
        ? { ...now, step: 'unknown', problem: event.failure }
        : { ...now, step: 'typing', problem: event.failure, key: event.freshKey };
    case 'seen':
      return see<F, A>(now, event, empty);
  }
}

/** The attempt after something was typed: what was wrong is forgotten, but not that the outcome is unknown. */
export function afterTyping<F extends string, A extends Attempt<F>>(now: A, freshKey: string | null): A {
  if (freshKey !== null) return { ...now, ...noAttempt, key: freshKey };
  return { ...now, problem: now.step === 'unknown' ? now.problem : null };
}

/** What the contract takes as a text, from whatever was pasted. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/\p{Cs}/gu, '');
}

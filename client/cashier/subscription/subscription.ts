// One intended subscription, from the first field to the server's answer.
import type { Amount } from '../../../server/contract/payments.ts';
import {
  type Asked,
  type Attempt,
  type AttemptEvent,
  afterTyping,
  nextAttempt,
  noAttempt,
  oneLine,
} from '../start/attempt.ts';
import { type Draft, type DraftFault, emptyDraft, termsOf } from './form.ts';

export type Subscription = Attempt<DraftFault> & { readonly draft: Draft };

export const emptySubscription: Subscription = { ...noAttempt, draft: emptyDraft };

export type SubscriptionEvent =
  | { readonly type: 'written'; readonly change: Partial<Draft>; readonly freshKey: string }
  | AttemptEvent<DraftFault>;

function write(subscription: Subscription, change: Partial<Draft>, freshKey: string): Subscription {
  const before = subscription.draft;
  const written = { ...before, ...change };
  const draft = {
    ...written,
    name: oneLine(written.name),
    description: oneLine(written.description),
    firstFor: oneLine(written.firstFor),
  };
  const begins = before.price === '' && draft.price !== '';
  const next = afterTyping<DraftFault, Subscription>(subscription, begins ? freshKey : null);
  return { ...next, draft };
}

function askedOf({ draft }: Subscription, currency: Amount['currency']): Asked {
  const terms = termsOf(draft, currency);
  return { amountMinor: terms.initialCharge?.amount.value ?? 0, text: terms.product.name, terms };
}

/** The subscription after an event; it has one key from the first digit of its price on, as a sale has. */
export const nextSubscription =
  (currency: Amount['currency']) =>
  (subscription: Subscription, event: SubscriptionEvent): Subscription => {
    if (event.type === 'written') {
      return subscription.step === 'sending'
        ? subscription
        : write(subscription, event.change, event.freshKey);
    }
    const asked = askedOf(subscription, currency);
    return nextAttempt<DraftFault, Subscription>(subscription, event, asked, emptySubscription);
  };

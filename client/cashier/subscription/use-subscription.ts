import { useMemo } from 'react';
import type { PaymentView, TillView } from '../../../server/contract/payments.ts';
import { newKey } from '../../ui/api/api.ts';
import { startAgreement } from '../payment/api.ts';
import { useAttempt } from '../start/use-attempt.ts';
import { type Draft, type DraftFault, faultOf, termsOf } from './form.ts';
import {
  emptySubscription,
  nextSubscription,
  type Subscription,
  type SubscriptionEvent,
} from './subscription.ts';

/** The subscription being keyed in, exactly as a sale is. `current` is what the till shows now. */
export function useSubscription(till: TillView, current: PaymentView | null) {
  const { currency, id } = till;
  const next = useMemo(() => nextSubscription(currency), [currency]);
  const { state, dispatch, submit } = useAttempt<DraftFault, Subscription, SubscriptionEvent>(
    {
      empty: emptySubscription,
      next,
      faultOf: ({ draft }) => faultOf(draft),
      start: ({ draft, key }) => startAgreement(id, termsOf(draft, currency), key),
    },
    till,
    current,
  );
  return {
    subscription: state,
    show: submit,
    write: (change: Partial<Draft>) => dispatch({ type: 'written', change, freshKey: newKey() }),
    /** For an action other than Show that found a fault in the form. */
    refuse: (problem: DraftFault) => dispatch({ type: 'refused', problem }),
  };
}

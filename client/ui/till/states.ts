import type { PaymentState, PaymentView } from '../../../server/contract/payments.ts';

/** Nothing leaves a final state. */
export function isFinal(state: PaymentState): boolean {
  return state === 'approved' || state === 'cancelled' || state === 'expired' || state === 'failed';
}

/** The sale goes on under a new reference: neither customer nor cashier has to know of this payment. */
export function isStartedOver({ state, problem }: PaymentView): boolean {
  return problem?.code === 'started_over' && (state === 'closing' || state === 'failed');
}

import type { PaymentState } from '../../server/contract.ts';

/** Nothing leaves a final state. */
export function isFinal(state: PaymentState): boolean {
  return state === 'approved' || state === 'cancelled' || state === 'expired' || state === 'failed';
}

import type { PaymentView } from '../../../server/contract/payments.ts';
import { isFinal } from '../../ui/till/states.ts';

/** Whom the display is reconnecting to, while it shows the last known state (P6); null when what it shows is new. */
export function reconnectingTo(payment: PaymentView | null, offline: boolean): 'server' | 'vipps' | null {
  if (offline) return 'server';
  const isOpen = payment !== null && !isFinal(payment.state);
  return isOpen && payment.problem?.code === 'vipps_unavailable' ? 'vipps' : null;
}

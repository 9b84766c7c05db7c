// When the slip of a sale is printed by itself.
import type { PaymentView } from '../../../server/contract/payments.ts';
import { hasSlip } from './slip.ts';

/** Vipps captures within a second or so; after this long a slip that says "reserved" is better than none. */
const captureMs = 5_000;

/** In how many milliseconds the slip is to be printed, so that it says what was captured; null while there is nothing to print. */
export function msToSlip(payment: PaymentView): number | null {
  if (!hasSlip(payment)) return null;
  return payment.capture === 'pending' ? captureMs : 0;
}

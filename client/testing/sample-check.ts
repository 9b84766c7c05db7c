import type { PaymentView } from '../../server/contract/payments.ts';
import type { Check, Shown } from '../../server/contract/reconciliation.ts';
import * as en from '../ui/texts/en/reconciliation.ts';
import { samplePayment } from './sample-payment.ts';

/** What Vipps shows, for tests: captured, unless told otherwise. */
export function sampleShown(given: Partial<Shown> = {}): Shown {
  const amounts = { reservedAmount: 24_900, capturedAmount: 24_900, refundedAmount: 0, releasedAmount: 0 };
  return { known: true, cancelled: false, ...amounts, ...given };
}

/** A checked payment, for tests: captured on both sides, unless told otherwise. */
export function sampleCheck(given: Partial<Check> = {}, payment: Partial<PaymentView> = {}): Check {
  const captured = { state: 'approved', capture: 'captured', capturedAmount: 24_900 } as const;
  return {
    payment: samplePayment({ ...captured, ...payment }),
    outcome: 'agrees',
    vipps: sampleShown(),
    differences: [],
    unchecked: null,
    ...given,
  };
}

/** Speaks English, and writes amounts as plain kroner. */
export const sampleTexts = {
  reconciliation: en.reconciliation,
  app: 'Vipps',
  money: (amountMinor: number) => `${amountMinor / 100} kr`,
};

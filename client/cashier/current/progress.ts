import type { PaymentView } from '../../../server/contract/payments.ts';
import { type StepStatus, stepStatus } from '../../ui/parts/step-status.ts';

export const steps = ['shown', 'scanned', 'approved'] as const;
export type Step = (typeof steps)[number];

function stepsDone(payment: PaymentView): number | null {
  switch (payment.state) {
    case 'started':
      return 0;
    case 'presented':
      return payment.api === 'ecom' ? 1 : 2;
    case 'scanned':
      return 2;
    default:
      return null;
  }
}

/** How far a payment has come that the customer can still pay; null for any other. */
export function stepsOf(payment: PaymentView): { readonly step: Step; readonly status: StepStatus }[] | null {
  const done = stepsDone(payment);
  if (done === null) return null;
  const all = steps.map((step, index) => ({ step, status: stepStatus(index, done) }));
  // Only eCom tells of the scan.
  return payment.api === 'ecom' ? all : all.filter(({ step }) => step !== 'scanned');
}

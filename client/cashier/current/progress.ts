import type { PaymentView } from '../../../server/contract/payments.ts';
import { type StepStatus, stepStatus } from '../../ui/parts/step-status.ts';

export const steps = ['shown', 'scanned', 'approved', 'captured'] as const;
export type Step = (typeof steps)[number];

function stepsDone(payment: PaymentView): number | null {
  const { state, capture } = payment;
  switch (state) {
    case 'started':
      return 0;
    case 'presented':
      return payment.api === 'ecom' ? 1 : 2;
    case 'scanned':
      return 2;
    case 'approved':
      return capture === 'captured' ? 4 : 3;
    default:
      return null;
  }
}

/** How far a payment has come; null when it ended unpaid or is being closed. */
export function stepsOf(payment: PaymentView): { readonly step: Step; readonly status: StepStatus }[] | null {
  const done = stepsDone(payment);
  if (done === null) return null;
  const all = steps.map((step, index) => ({ step, status: stepStatus(index, done) }));
  // Only eCom tells of the scan, and without a first payment an agreement has nothing to capture.
  const passedOver = [
    ...(payment.api === 'ecom' ? [] : ['scanned']),
    ...(payment.amount.value > 0 ? [] : ['captured']),
  ];
  return all.filter(({ step }) => !passedOver.includes(step));
}

import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { ConfirmAction } from '../parts/confirm-action.tsx';
import { stopAgreement } from '../payment/api.ts';
import { canStop } from '../payment/balances.ts';
import type { Refresh } from '../today/use-today.ts';

type Props = { readonly payment: PaymentView; readonly onChanged: Refresh };

/** Ends an agreement that is active; nothing is shown of any other. */
export function StopAgreement({ payment, onChanged }: Props) {
  const { subscription } = useTexts().texts;
  if (!canStop(payment)) return null;
  return (
    <ConfirmAction
      reference={payment.reference}
      label={subscription.stop}
      question={subscription.stopQuestion(payment.agreement?.product.name ?? '')}
      no={subscription.stopNo}
      yes={subscription.stopYes}
      doing={subscription.stoppingNow}
      act={() => stopAgreement(payment)}
      onChanged={onChanged}
    />
  );
}

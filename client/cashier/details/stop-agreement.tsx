import type { PaymentView } from '../../../server/contract/payments.ts';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { ConfirmAction } from '../parts/confirm-action.tsx';
import { stopAgreement } from '../payment/api.ts';
import { canStop } from '../payment/balances.ts';
import { isReleaseBeyond } from '../payment/refund-limit.ts';
import type { Refresh } from '../today/use-today.ts';

type Props = { readonly payment: PaymentView; readonly onChanged: Refresh };

/** Ends an agreement that is active, and gives back what is reserved for it; nothing is shown of any other. */
export function StopAgreement({ payment, onChanged }: Props) {
  const { subscription } = useTexts().texts;
  const { refundUpTo } = useStaff();
  if (!canStop(payment)) return null;
  return (
    <ConfirmAction
      reference={payment.reference}
      label={subscription.stop}
      question={subscription.stopQuestion(payment.agreement?.product.name ?? '')}
      no={subscription.stopNo}
      yes={subscription.stopYes}
      doing={subscription.stoppingNow}
      isBeyond={isReleaseBeyond(payment, refundUpTo)}
      act={(approval) => stopAgreement(payment, approval)}
      onChanged={onChanged}
    />
  );
}

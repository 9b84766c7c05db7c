import type { PaymentView } from '../../server/contract.ts';
import { stopAgreement } from './actions.ts';
import { AskFirst } from './ask-first.tsx';
import { canStop } from './money-left.ts';
import type { Refresh } from './use-today.ts';
import { useWords } from './words.ts';

type Props = { readonly payment: PaymentView; readonly onChanged: Refresh };

/** Ends an agreement that is active; nothing is shown of any other. */
export function StopAgreement({ payment, onChanged }: Props) {
  const { subscription } = useWords().texts;
  if (!canStop(payment)) return null;
  return (
    <AskFirst
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

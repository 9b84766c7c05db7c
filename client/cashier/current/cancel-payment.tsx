import type { PaymentView } from '../../../server/contract/payments.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useTexts } from '../context/texts.ts';
import { ActionError } from '../parts/action-error.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { cancelPayment } from '../payment/api.ts';

type Props = {
  readonly payment: PaymentView;
  readonly asks: boolean;
  readonly onAsk: (open: boolean) => void;
};

/** Cancels in two steps: a slip of the finger must not send the customer away. */
export function CancelPayment({ payment, asks, onAsk }: Props) {
  const { cashier } = useTexts().texts;
  const action = useAction(() => cancelPayment(payment.reference));
  if (!asks) {
    return (
      <button type="button" className="quiet" onClick={() => onAsk(true)}>
        {cashier.cancel}
        <KeyHint name="Esc" />
      </button>
    );
  }
  return (
    <Confirm
      question={cashier.cancelQuestion}
      no={cashier.cancelNo}
      noKey="Esc"
      yes={action.isPending ? cashier.cancelling : cashier.cancelYes}
      isPending={action.isPending}
      onNo={() => onAsk(false)}
      onYes={action.run}
    >
      <ActionError action={action} reference={payment.reference} />
    </Confirm>
  );
}

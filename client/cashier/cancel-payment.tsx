import type { PaymentView } from '../../server/contract.ts';
import { useWords } from '../ui/till-context.tsx';
import { useAction } from '../ui/use-action.ts';
import { cancelPayment } from './actions.ts';
import { Question } from './question.tsx';

type Props = {
  readonly payment: PaymentView;
  readonly asks: boolean;
  readonly onAsk: (open: boolean) => void;
};

/** Cancels in two steps: a slip of the finger must not send the customer away. */
export function CancelPayment({ payment, asks, onAsk }: Props) {
  const { texts, app } = useWords();
  const { cashier } = texts;
  const { run, isPending, failure } = useAction(() => cancelPayment(payment.reference));
  if (!asks) {
    return (
      <button type="button" className="quiet" onClick={() => onAsk(true)}>
        {cashier.cancel}
        <span className="key-hint" aria-hidden="true">
          Esc
        </span>
      </button>
    );
  }
  return (
    <Question
      question={cashier.cancelQuestion}
      no={cashier.cancelNo}
      yes={isPending ? cashier.cancelling : cashier.cancelYes}
      isPending={isPending}
      onNo={() => onAsk(false)}
      onYes={run}
    >
      <div role="alert">{failure && <p className="warning">{cashier.errors(app)[failure]}</p>}</div>
    </Question>
  );
}

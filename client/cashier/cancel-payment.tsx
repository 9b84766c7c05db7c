import { useEffect, useRef } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { useWords } from '../ui/till-context.tsx';
import { useAction } from '../ui/use-action.ts';
import { cancelPayment } from './actions.ts';

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
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asks) stay.current?.focus();
  }, [asks]);
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
    // biome-ignore lint/a11y/useSemanticElements: a question with two answers, not a set of fields
    <div className="question" role="group" aria-label={cashier.cancelQuestion}>
      <p>{cashier.cancelQuestion}</p>
      <div role="alert">{failure && <p className="warning">{cashier.errors(app)[failure]}</p>}</div>
      <div className="answers">
        <button type="button" className="quiet" ref={stay} onClick={() => onAsk(false)}>
          {cashier.cancelNo}
        </button>
        <button type="button" className="danger" disabled={isPending} onClick={run}>
          {isPending ? cashier.cancelling : cashier.cancelYes}
        </button>
      </div>
    </div>
  );
}

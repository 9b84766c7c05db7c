import { useRef, useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { useWords } from '../ui/till-context.tsx';
import { useAction } from '../ui/use-action.ts';
import { capturePayment } from './actions.ts';
import { AmountForm } from './amount-form.tsx';
import { capturableMinor } from './money-left.ts';
import type { Refresh } from './use-today.ts';

type Props = { readonly payment: PaymentView; readonly onChanged: Refresh };

/** Captures minor units; null is all that is left. `onDone` when that has been done. */
function useCapture({ payment, onChanged }: Props, onDone: () => void) {
  const wantedMinor = useRef<number | null>(null);
  const action = useAction(async () => {
    const { current: value } = wantedMinor;
    const amount = value === null ? null : { value, currency: payment.amount.currency };
    let answered: PaymentView | null = null;
    try {
      answered = await capturePayment(payment, amount);
      onDone();
    } finally {
      onChanged(answered);
    }
  });
  const capture = (minor: number | null) => {
    wantedMinor.current = minor;
    action.run();
  };
  return { ...action, capture };
}

/** Captures what staff can capture, or a part of it; nothing is shown when that is nothing. */
export function Capture(props: Props) {
  const { texts, app, money } = useWords();
  const { cashier } = texts;
  const [isPart, setPart] = useState(false);
  const { capture, isPending, failure } = useCapture(props, () => setPart(false));
  const amountMinor = capturableMinor(props.payment);
  if (amountMinor === 0) return null;
  return (
    <div className="act">
      <div role="alert">{failure && <p className="warning">{cashier.errors(app)[failure]}</p>}</div>
      {isPart ? (
        <AmountForm
          label={cashier.captureAmount}
          mostMinor={amountMinor}
          atMost={cashier.captureAtMost(money(amountMinor))}
          go={isPending ? cashier.capturing : cashier.captureIt}
          isPending={isPending}
          onBack={() => setPart(false)}
          onChosen={capture}
        />
      ) : (
        <>
          <button type="button" className="filled" disabled={isPending} onClick={() => capture(null)}>
            {isPending ? cashier.capturing : cashier.capture(money(amountMinor))}
          </button>
          <button type="button" className="quiet" disabled={isPending} onClick={() => setPart(true)}>
            {cashier.capturePart}
          </button>
        </>
      )}
    </div>
  );
}

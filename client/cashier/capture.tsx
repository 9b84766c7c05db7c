import { useRef, useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { useAction } from '../ui/use-action.ts';
import { capturePayment } from './actions.ts';
import { AmountForm } from './amount-form.tsx';
import { capturableMinor } from './money-left.ts';
import { Trouble } from './trouble.tsx';
import type { Refresh } from './use-today.ts';
import { useWords } from './words.ts';

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
  const { texts, money } = useWords();
  const { cashier } = texts;
  const [isPart, setPart] = useState(false);
  const { capture, ...action } = useCapture(props, () => setPart(false));
  const { isPending } = action;
  const amountMinor = capturableMinor(props.payment);
  if (amountMinor === 0) return null;
  return (
    <div className="act">
      <Trouble action={action} reference={props.payment.reference} />
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

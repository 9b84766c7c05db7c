import { useRef, useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useTexts } from '../context/texts.ts';
import { ActionError } from '../parts/action-error.tsx';
import { AmountForm } from '../parts/amount-form.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { capturePayment } from '../payment/api.ts';
import { capturableMinor } from '../payment/balances.ts';
import type { Refresh } from '../today/use-today.ts';

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

/** Captures what staff can capture, or a part of it, in two steps; renders nothing when that is 0. */
export function Capture(props: Props) {
  const { texts, money } = useTexts();
  const { cashier } = texts;
  const [asks, ask] = useState<'all' | 'part' | null>(null);
  const { capture, ...action } = useCapture(props, () => ask(null));
  const { isPending } = action;
  const amountMinor = capturableMinor(props.payment);
  if (amountMinor === 0) return null;
  return (
    <div className="act">
      <ActionError action={action} reference={props.payment.reference} />
      {asks === 'part' && (
        <AmountForm
          label={cashier.captureAmount}
          mostMinor={amountMinor}
          atMost={cashier.captureAtMost(money(amountMinor))}
          go={isPending ? cashier.capturing : cashier.captureIt}
          isPending={isPending}
          onBack={() => ask(null)}
          onChosen={capture}
        />
      )}
      {asks === 'all' && (
        <Confirm
          question={cashier.captureQuestion(money(amountMinor))}
          no={cashier.back}
          yes={isPending ? cashier.capturing : cashier.captureYes}
          isPending={isPending}
          onNo={() => ask(null)}
          onYes={() => capture(null)}
        />
      )}
      {asks === null && (
        <>
          <button type="button" className="filled" onClick={() => ask('all')}>
            {cashier.capture(money(amountMinor))}
          </button>
          <button type="button" className="quiet" onClick={() => ask('part')}>
            {cashier.capturePart}
          </button>
        </>
      )}
    </div>
  );
}

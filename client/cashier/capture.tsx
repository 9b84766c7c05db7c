import type { PaymentView } from '../../server/contract.ts';
import { useWords } from '../ui/till-context.tsx';
import { useAction } from '../ui/use-action.ts';
import { capturePayment } from './actions.ts';
import { capturableMinor } from './day.ts';

type Props = { readonly payment: PaymentView; readonly onChanged: () => void };

/** Captures all that staff can capture; nothing is shown when that is nothing. */
export function Capture({ payment, onChanged }: Props) {
  const { texts, app, money } = useWords();
  const { cashier } = texts;
  const { run, isPending, failure } = useAction(async () => {
    await capturePayment(payment.reference).finally(onChanged);
  });
  const amountMinor = capturableMinor(payment);
  if (amountMinor === 0) return null;
  return (
    <div className="act">
      <div role="alert">{failure && <p className="warning">{cashier.errors(app)[failure]}</p>}</div>
      <button type="button" className="filled" disabled={isPending} onClick={run}>
        {isPending ? cashier.capturing : cashier.capture(money(amountMinor))}
      </button>
    </div>
  );
}

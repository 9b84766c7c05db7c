import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { ActionError } from '../parts/action-error.tsx';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { isPayable } from '../start/attempt.ts';
import { CancelPayment } from './cancel-payment.tsx';
import type { ChargeAgain } from './use-charge-again.ts';
import { canChargeAgain } from './verdict.ts';

type Props = {
  readonly payment: PaymentView;
  readonly again: ChargeAgain;
  readonly isEnterAgain: boolean;
  readonly asks: boolean;
  readonly onAsk: (open: boolean) => void;
  readonly onChange: () => void;
  readonly onNewSale: () => void;
};

/** Below the card: the way on from this sale, in reach of the thumb. */
export function SaleActions(props: Props) {
  const { payment, again, asks, onAsk, onChange, onNewSale } = props;
  const { cashier, stage } = useTexts().texts;
  const offersAgain = canChargeAgain(payment);
  if (isPayable(payment)) {
    return (
      <div className="actions">
        {offersAgain && !asks && <Again {...props} />}
        <CancelPayment payment={payment} asks={asks} onAsk={onAsk} />
        {/* Until there is one it would take the room of a gap. */}
        {again.failure && <ActionError action={again} reference={payment.reference} />}
      </div>
    );
  }
  return (
    <div className="actions">
      {again.isWaiting && <p role="status">{stage.againSoon}</p>}
      {offersAgain && (
        <button type="button" className="quiet" onClick={onChange}>
          {stage.change}
        </button>
      )}
      <button type="button" className="quiet next" onClick={onNewSale}>
        {cashier.newSale}
      </button>
      {offersAgain && <Again {...props} />}
    </div>
  );
}

/** One tap: the same amount, text and lines. Filled where Enter does it, too. */
function Again({ payment, again, isEnterAgain }: Props) {
  const { stage } = useTexts().texts;
  return (
    <button
      type="button"
      className={isPayable(payment) ? 'quiet again' : 'again filled'}
      data-second={!isEnterAgain}
      disabled={again.isPending || again.isWaiting}
      onClick={() => again.charge(payment)}
    >
      <CashierIcon name="again" />
      {stage.again}
      {isEnterAgain && <KeyHint name="Enter" />}
    </button>
  );
}

import type { PaymentView } from '../../../server/contract/payments.ts';
import { usePaymentTexts } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { statusTextOf } from '../payment/status-text.ts';
import { timeText } from '../payment/time-text.ts';
import { Sign } from './sign.tsx';
import { lastOf } from './verdict.ts';

type Props = {
  readonly payment: PaymentView;
  readonly onRepeat: () => void;
  readonly onOpen: () => void;
};

/** The last sale, in one grey line: it says when it was, so that nobody takes it for the one at hand. */
export function LastSale({ payment, onRepeat, onOpen }: Props) {
  const { till, texts, money } = useTexts();
  const status = statusTextOf(payment, usePaymentTexts());
  const line = texts.stage.last[lastOf(payment)];
  return (
    <div className="last">
      <Sign payment={payment} status={status} />
      <p>{line(money(payment.amount.value), timeText(payment.updatedAt, till))}</p>
      {payment.agreement === null && (
        <button type="button" onClick={onRepeat}>
          {texts.stage.repeat}
        </button>
      )}
      <button type="button" onClick={onOpen}>
        {texts.cashier.openDetails}
      </button>
    </div>
  );
}

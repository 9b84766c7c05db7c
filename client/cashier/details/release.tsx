import type { PaymentView } from '../../../server/contract/payments.ts';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { ConfirmAction } from '../parts/confirm-action.tsx';
import { releasePayment } from '../payment/api.ts';
import { capturableMinor } from '../payment/balances.ts';
import { isReleaseBeyond } from '../payment/refund-limit.ts';
import type { Refresh } from '../today/use-today.ts';

type Props = { readonly payment: PaymentView; readonly onChanged: Refresh };

/** Releases what is reserved and not captured; renders nothing when that is 0. */
export function Release({ payment, onChanged }: Props) {
  const { texts, money } = useTexts();
  const { cashier } = texts;
  const { refundUpTo } = useStaff();
  const amountMinor = capturableMinor(payment);
  if (amountMinor === 0) return null;
  return (
    <ConfirmAction
      reference={payment.reference}
      label={cashier.release(money(amountMinor))}
      question={cashier.releaseQuestion(money(amountMinor))}
      no={cashier.releaseNo}
      yes={cashier.releaseYes}
      doing={cashier.releasing}
      isBeyond={isReleaseBeyond(payment, refundUpTo)}
      act={(approval) => releasePayment(payment, approval)}
      onChanged={onChanged}
    />
  );
}

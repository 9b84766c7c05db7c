import type { PaymentView } from '../../server/contract.ts';
import { releasePayment } from './actions.ts';
import { AskFirst } from './ask-first.tsx';
import { capturableMinor } from './money-left.ts';
import type { Refresh } from './use-today.ts';
import { useWords } from './words.ts';

type Props = { readonly payment: PaymentView; readonly onChanged: Refresh };

/** Gives back what is reserved and not captured; nothing is shown when that is nothing. */
export function Release({ payment, onChanged }: Props) {
  const { texts, money } = useWords();
  const { cashier } = texts;
  const amountMinor = capturableMinor(payment);
  if (amountMinor === 0) return null;
  return (
    <AskFirst
      reference={payment.reference}
      label={cashier.release(money(amountMinor))}
      question={cashier.releaseQuestion(money(amountMinor))}
      no={cashier.releaseNo}
      yes={cashier.releaseYes}
      doing={cashier.releasing}
      act={() => releasePayment(payment)}
      onChanged={onChanged}
    />
  );
}

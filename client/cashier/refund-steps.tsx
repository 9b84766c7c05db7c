import { useEffect, useRef } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { useWords } from '../ui/till-context.tsx';
import { allowedMinor, needsManager } from './allowance.ts';
import { AmountForm } from './amount-form.tsx';
import { useStaff } from './session-context.tsx';

type AmountProps = {
  readonly payment: PaymentView;
  readonly onBack: () => void;
  readonly onChosen: (amountMinor: number) => void;
};

/** How much: all that is left unless the cashier writes another amount. */
export function RefundAmount({ payment, onBack, onChosen }: AmountProps) {
  const { texts, money } = useWords();
  const { cashier, access } = texts;
  const { refundUpTo } = useStaff();
  const mostMinor = allowedMinor(payment, refundUpTo);
  const atMost = cashier.refundAtMost(money(mostMinor));
  return (
    <AmountForm
      label={cashier.refundAmount}
      mostMinor={mostMinor}
      atMost={atMost}
      go={cashier.refundContinue}
      onBack={onBack}
      onChosen={onChosen}
    >
      {needsManager(payment, refundUpTo) && (
        <p className="beyond">
          {atMost} {access.refund.managerCanMore}
        </p>
      )}
    </AmountForm>
  );
}

type QuestionProps = {
  readonly amountMinor: number;
  readonly isSending: boolean;
  readonly onBack: (() => void) | null;
  readonly onYes: () => void;
};

/** The last question before money goes back. */
export function RefundQuestion({ amountMinor, isSending, onBack, onYes }: QuestionProps) {
  const { texts, money } = useWords();
  const { cashier } = texts;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <>
      <p className="question-text">{cashier.refundQuestion(money(amountMinor))}</p>
      <div className="answers">
        {onBack && (
          <button type="button" className="quiet" ref={back} disabled={isSending} onClick={onBack}>
            {cashier.back}
          </button>
        )}
        <button type="button" className="danger" disabled={isSending} onClick={onYes}>
          {isSending ? cashier.refunding : cashier.refundYes}
        </button>
      </div>
    </>
  );
}

import { useEffect, useRef } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { AmountForm } from '../parts/amount-form.tsx';
import { allowedMinor, needsManager } from '../payment/refund-limit.ts';
import { RefundReason } from './refund-reason.tsx';

type AmountProps = {
  readonly payment: PaymentView;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onBack: () => void;
  readonly onChosen: (amountMinor: number) => void;
};

/** How much, all that is left unless the cashier writes another amount; and why. */
export function RefundAmount({ payment, reason, onReason, onBack, onChosen }: AmountProps) {
  const { texts, money } = useTexts();
  const { cashier } = texts;
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
          {atMost} {cashier.managerCanMore}
        </p>
      )}
      <RefundReason reason={reason} onReason={onReason} />
    </AmountForm>
  );
}

type QuestionProps = {
  readonly amountMinor: number;
  readonly reason: string;
  readonly isSending: boolean;
  readonly onBack: (() => void) | null;
  readonly onYes: () => void;
};

/** The last question before money goes back. */
export function ConfirmRefund({ amountMinor, reason, isSending, onBack, onYes }: QuestionProps) {
  const { texts, money } = useTexts();
  const { cashier } = texts;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <>
      <p className="question-text">{cashier.refundQuestion(money(amountMinor))}</p>
      {reason && <p className="beyond">{reason}</p>}
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

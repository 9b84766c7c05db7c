import { type FormEvent, useEffect, useRef } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import type { Action } from '../../ui/api/use-action.ts';
import { ApprovalFields } from '../approval/approval-fields.tsx';
import type { Approving } from '../approval/use-approval.ts';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { AmountForm } from '../parts/amount-form.tsx';
import { refundableMinor } from '../payment/balances.ts';
import { aloneMinor } from '../payment/refund-limit.ts';
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
  const { cashier, approval } = texts;
  const { refundUpTo } = useStaff();
  const mostMinor = refundableMinor(payment);
  const alone = aloneMinor(payment, refundUpTo);
  return (
    <AmountForm
      label={cashier.refundAmount}
      mostMinor={mostMinor}
      atMost={cashier.refundAtMost(money(mostMinor))}
      go={cashier.refundContinue}
      onBack={onBack}
      onChosen={onChosen}
    >
      {alone < mostMinor && (
        <p className="beyond">{alone === 0 ? approval.always : approval.above(money(alone))}</p>
      )}
      <RefundReason reason={reason} onReason={onReason} />
    </AmountForm>
  );
}

type QuestionProps = {
  readonly amountMinor: number;
  readonly reason: string;
  readonly isSending: boolean;
  readonly approving: Approving;
  /** Of the last try, where it is about the approval. */
  readonly action: Pick<Action, 'failure' | 'waitSeconds'>;
  readonly onBack: (() => void) | null;
  readonly onYes: () => void;
};

/** The last question before money goes back; where it is more than this person may alone, with a manager's name and PIN. */
export function ConfirmRefund(props: QuestionProps) {
  const { amountMinor, reason, isSending, approving, action, onBack, onYes } = props;
  const { texts, money } = useTexts();
  const { cashier } = texts;
  const { isAsked } = approving;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isAsked) back.current?.focus();
  }, [isAsked]);
  const isHeld = isSending || action.waitSeconds > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isHeld) onYes();
  };
  return (
    <form onSubmit={submit}>
      <p className="question-text">{cashier.refundQuestion(money(amountMinor))}</p>
      {reason && <p className="beyond">{reason}</p>}
      {isAsked && <ApprovalFields approving={approving} action={action} />}
      <div className="answers">
        {onBack && (
          <button type="button" className="quiet" ref={back} disabled={isSending} onClick={onBack}>
            {cashier.back}
          </button>
        )}
        <button type="submit" className="danger" disabled={isHeld}>
          {isSending ? cashier.refunding : cashier.refundYes}
        </button>
      </div>
    </form>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { parseMinor, typedFromMinor } from '../ui/money.ts';
import { useWords } from '../ui/till-context.tsx';
import { allowedMinor, needsManager } from './allowance.ts';
import { useStaff } from './session-context.tsx';

type AmountProps = {
  readonly payment: PaymentView;
  readonly onBack: () => void;
  readonly onChosen: (amountMinor: number) => void;
};

/** How much: all that is left unless the cashier writes another amount. */
export function RefundAmount({ payment, onBack, onChosen }: AmountProps) {
  const { till, texts, money } = useWords();
  const { cashier, access } = texts;
  const { refundUpTo } = useStaff();
  const isLimited = needsManager(payment, refundUpTo);
  const mostMinor = allowedMinor(payment, refundUpTo);
  const [typed, setTyped] = useState(() => typedFromMinor(mostMinor, till.locale));
  const [complaint, setComplaint] = useState<string | null>(null);
  const atMost = cashier.refundAtMost(money(mostMinor));
  const choose = () => {
    const amountMinor = parseMinor(typed);
    if (amountMinor === null || amountMinor === 0) setComplaint(cashier.refundNonsense);
    else if (amountMinor > mostMinor) setComplaint(atMost);
    else onChosen(amountMinor);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <AmountField typed={typed} isWrong={complaint !== null} onType={setTyped} />
      {isLimited && (
        <p className="beyond">
          {atMost} {access.refund.managerCanMore}
        </p>
      )}
      <div role="alert">{complaint && <p className="warning">{complaint}</p>}</div>
      <div className="answers">
        <button type="button" className="quiet" onClick={onBack}>
          {cashier.back}
        </button>
        <button type="submit" className="filled">
          {cashier.refundContinue}
        </button>
      </div>
    </form>
  );
}

type FieldProps = { typed: string; isWrong: boolean; onType: (typed: string) => void };

function AmountField({ typed, isWrong, onType }: FieldProps) {
  const { texts } = useWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <label className="field">
      {texts.cashier.refundAmount}
      <input
        ref={field}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        aria-invalid={isWrong}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
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

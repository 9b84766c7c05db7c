import { useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { useWords } from '../ui/till-context.tsx';
import { useAction } from '../ui/use-action.ts';
import { Question } from './question.tsx';
import type { Refresh } from './use-today.ts';

type Props = {
  readonly label: string;
  readonly question: string;
  readonly no: string;
  readonly yes: string;
  /** What the answer says while it is being done. */
  readonly doing: string;
  readonly act: () => Promise<PaymentView>;
  readonly onChanged: Refresh;
};

/** Something to do with a payment, in two steps. */
export function AskFirst({ label, question, no, yes, doing, act, onChanged }: Props) {
  const { texts, app } = useWords();
  const [asks, setAsks] = useState(false);
  const { run, isPending, failure } = useAction(async () => {
    let answered: PaymentView | null = null;
    try {
      answered = await act();
      setAsks(false);
    } finally {
      onChanged(answered);
    }
  });
  return (
    <div className="act">
      <div role="alert">{failure && <p className="warning">{texts.cashier.errors(app)[failure]}</p>}</div>
      {asks ? (
        <Question
          question={question}
          no={no}
          yes={isPending ? doing : yes}
          isPending={isPending}
          onNo={() => setAsks(false)}
          onYes={run}
        />
      ) : (
        <button type="button" className="quiet" onClick={() => setAsks(true)}>
          {label}
        </button>
      )}
    </div>
  );
}

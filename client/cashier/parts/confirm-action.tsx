import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useAction } from '../../ui/api/use-action.ts';
import type { Refresh } from '../today/use-today.ts';
import { Trouble } from './action-error.tsx';
import { Question } from './confirm.tsx';

type Props = {
  /** Of the payment. */
  readonly reference: string;
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
export function AskFirst({ reference, label, question, no, yes, doing, act, onChanged }: Props) {
  const [asks, setAsks] = useState(false);
  const action = useAction(async () => {
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
      <Trouble action={action} reference={reference} />
      {asks ? (
        <Question
          question={question}
          no={no}
          yes={action.isPending ? doing : yes}
          isPending={action.isPending}
          onNo={() => setAsks(false)}
          onYes={action.run}
        />
      ) : (
        <button type="button" className="quiet" onClick={() => setAsks(true)}>
          {label}
        </button>
      )}
    </div>
  );
}

import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { useAction } from '../../ui/api/use-action.ts';
import type { Refresh } from '../today/use-today.ts';
import { ActionError } from './action-error.tsx';
import { Confirm } from './confirm.tsx';

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
export function ConfirmAction({ reference, label, question, no, yes, doing, act, onChanged }: Props) {
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
      <ActionError action={action} reference={reference} />
      {asks ? (
        <Confirm
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

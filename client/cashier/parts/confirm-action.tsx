import { useState } from 'react';
import type { Approval } from '../../../server/contract/access.ts';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { failureOf } from '../../ui/api/api.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { ApprovalFields } from '../approval/approval-fields.tsx';
import { useApproval } from '../approval/use-approval.ts';
import type { Refresh } from '../today/use-today.ts';
import { ActionError, noFailure } from './action-error.tsx';
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
  /** Whether this person may not do it alone, so that a manager's name and PIN are asked for with the question. */
  readonly isBeyond: boolean;
  readonly act: (approval: Approval | undefined) => Promise<PaymentView>;
  readonly onChanged: Refresh;
};

/** Something to do with a payment, in two steps. */
export function ConfirmAction(props: Props) {
  const { reference, label, question, no, yes, doing, isBeyond, act, onChanged } = props;
  const [asks, setAsks] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const approving = useApproval(isBeyond);
  const action = useAction(async () => {
    let answered: PaymentView | null = null;
    setRefused(false);
    try {
      answered = await act(approving.take());
      setAsks(false);
    } catch (error) {
      setRefused(approving.note(failureOf(error)));
      throw error;
    } finally {
      onChanged(answered);
    }
  });
  const ofApproval = isRefused ? action : noFailure;
  return (
    <div className="act">
      <ActionError action={isRefused ? noFailure : action} reference={reference} />
      {asks ? (
        <Confirm
          question={question}
          no={no}
          yes={action.isPending ? doing : yes}
          isPending={action.isPending || ofApproval.waitSeconds > 0}
          fields={
            approving.isAsked ? <ApprovalFields approving={approving} action={ofApproval} /> : undefined
          }
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

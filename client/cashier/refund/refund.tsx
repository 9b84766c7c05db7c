import type { PaymentView } from '../../../server/contract/payments.ts';
import { useTexts } from '../context/texts.ts';
import { ActionError, noFailure } from '../parts/action-error.tsx';
import { refundableMinor } from '../payment/balances.ts';
import { ConfirmRefund, RefundAmount } from './refund-steps.tsx';
import { useRefundSteps } from './use-refund-steps.ts';
import type { Refunds } from './use-refunds.ts';

type Props = {
  readonly payment: PaymentView;
  readonly refunds: Refunds;
  /** Begins with how much, as the cashier has asked for a refund already. */
  readonly asksAtOnce?: boolean;
};

/** Refunds in three steps: ask for it, say how much, confirm. */
export function Refund({ payment, refunds, asksAtOnce = false }: Props) {
  const { texts, app, money } = useTexts();
  const { cashier } = texts;
  const steps = useRefundSteps(payment, refunds, asksAtOnce);
  const { attempt, asked, approving, failed, isRefused, reason, setReason, go, send } = steps;
  if (attempt?.isCompleting) {
    return <p className="warning">{cashier.refundCompleting(money(attempt.amountMinor), app)}</p>;
  }
  const isAtRest = asked.name === 'closed' || asked.name === 'done';
  return (
    <div className="act">
      <div role="status">
        {asked.name === 'done' && <p>{cashier.refundDone(money(asked.amountMinor))}</p>}
      </div>
      <ActionError
        action={isRefused ? noFailure : { ...failed, waitSeconds: 0 }}
        reference={payment.reference}
      />
      {isAtRest && refundableMinor(payment) > 0 && (
        <button type="button" className="quiet" onClick={() => go({ name: 'amount' })}>
          {cashier.refund}
        </button>
      )}
      {asked.name === 'amount' && (
        <RefundAmount
          payment={payment}
          reason={reason}
          onReason={setReason}
          onBack={() => go({ name: 'closed' })}
          onChosen={(amountMinor) => go({ name: 'confirm', amountMinor })}
        />
      )}
      {(asked.name === 'confirm' || asked.name === 'sending') && (
        <ConfirmRefund
          amountMinor={asked.amountMinor}
          reason={reason}
          isSending={asked.name === 'sending'}
          approving={approving}
          action={isRefused ? failed : noFailure}
          onBack={attempt ? null : () => go({ name: 'amount' })}
          onYes={() => send(asked.amountMinor)}
        />
      )}
    </div>
  );
}

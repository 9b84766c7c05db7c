import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { type Failure, isUnknownAfter } from '../../ui/api/api.ts';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { ActionError } from '../parts/action-error.tsx';
import { allowedMinor, needsManager } from '../payment/refund-limit.ts';
import { ConfirmRefund, RefundAmount } from './refund-steps.tsx';
import type { Refunds } from './use-refunds.ts';

type Props = {
  readonly payment: PaymentView;
  readonly refunds: Refunds;
  /** Begins with how much, as the cashier has asked for a refund already. */
  readonly asksAtOnce?: boolean;
};
type Step =
  | { readonly name: 'closed' | 'amount' }
  | { readonly name: 'confirm' | 'sending' | 'done'; readonly amountMinor: number };

function useRefundSteps({ payment, refunds, asksAtOnce = false }: Props) {
  const attempt = refunds.attemptFor(payment);
  const [step, setStep] = useState<Step>({ name: asksAtOnce ? 'amount' : 'closed' });
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (amountMinor: number) => {
    setFailure(null);
    setStep({ name: 'sending', amountMinor });
    const failed = await refunds.refund(payment, { amountMinor, reason: reason.trim() });
    setFailure(failed);
    if (!failed) setReason('');
    setStep(failed ? { name: 'closed' } : { name: 'done', amountMinor });
  };
  // An amount whose refund may already be under way cannot be changed, only sent again.
  const isStuck = attempt !== null && step.name !== 'sending';
  const asked: Step = isStuck ? { name: 'confirm', amountMinor: attempt.amountMinor } : step;
  // Once the payment shows the refund, the missing answer is not mentioned any more.
  const isOpen = failure !== null && (attempt !== null || !isUnknownAfter(failure));
  return {
    attempt,
    asked,
    failure: isOpen ? failure : null,
    reason: attempt?.reason ?? reason,
    setReason,
    setStep,
    send: (minor: number) => void send(minor),
  };
}

/** Refunds in three steps: ask for it, say how much, confirm. */
export function Refund(props: Props) {
  const { payment } = props;
  const { texts, app, money } = useTexts();
  const { cashier } = texts;
  const { refundUpTo } = useStaff();
  const isAllowed = allowedMinor(payment, refundUpTo) > 0;
  const { attempt, asked, failure, reason, setReason, setStep, send } = useRefundSteps(props);
  if (attempt?.isCompleting) {
    return <p className="warning">{cashier.refundCompleting(money(attempt.amountMinor), app)}</p>;
  }
  const isAtRest = asked.name === 'closed' || asked.name === 'done';
  return (
    <div className="act">
      <div role="status">
        {asked.name === 'done' && <p>{cashier.refundDone(money(asked.amountMinor))}</p>}
      </div>
      <ActionError action={{ failure, waitSeconds: 0 }} reference={payment.reference} />
      {isAtRest && isAllowed && (
        <button type="button" className="quiet" onClick={() => setStep({ name: 'amount' })}>
          {cashier.refund}
        </button>
      )}
      {isAtRest && !isAllowed && needsManager(payment, refundUpTo) && (
        <p className="beyond">{payment.refundedAmount > 0 ? cashier.managerCanMore : cashier.managerCan}</p>
      )}
      {asked.name === 'amount' && (
        <RefundAmount
          payment={payment}
          reason={reason}
          onReason={setReason}
          onBack={() => setStep({ name: 'closed' })}
          onChosen={(amountMinor) => setStep({ name: 'confirm', amountMinor })}
        />
      )}
      {(asked.name === 'confirm' || asked.name === 'sending') && (
        <ConfirmRefund
          amountMinor={asked.amountMinor}
          reason={reason}
          isSending={asked.name === 'sending'}
          onBack={attempt ? null : () => setStep({ name: 'amount' })}
          onYes={() => send(asked.amountMinor)}
        />
      )}
    </div>
  );
}

import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { type Failure, isUnknownAfter } from '../../ui/api/api.ts';
import { useCountdown } from '../../ui/api/use-countdown.ts';
import { useApproval } from '../approval/use-approval.ts';
import { useStaff } from '../context/session-context.tsx';
import { isBeyond } from '../payment/refund-limit.ts';
import type { Refunds } from './use-refunds.ts';

type Step =
  | { readonly name: 'closed' | 'amount' }
  | { readonly name: 'confirm' | 'sending' | 'done'; readonly amountMinor: number };

/** How far a refund is: how much, the question, and what came of it. */
export function useRefundSteps(payment: PaymentView, refunds: Refunds, asksAtOnce: boolean) {
  const attempt = refunds.attemptFor(payment);
  const { refundUpTo } = useStaff();
  const [step, setStep] = useState<Step>({ name: asksAtOnce ? 'amount' : 'closed' });
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  /** What was sent failed for the approval alone: the question stays open. */
  const [isRefused, setRefused] = useState(false);
  const [waitSeconds, waitFor] = useCountdown();
  // What may be stored already takes no approval again; the server says so if it is not.
  const isNeeded =
    attempt === null && 'amountMinor' in step && isBeyond(payment, step.amountMinor, refundUpTo);
  const approving = useApproval(isNeeded);
  const send = async (amountMinor: number) => {
    const approval = approving.take();
    setFailure(null);
    setRefused(false);
    setStep({ name: 'sending', amountMinor });
    const refused = await refunds.refund(payment, { amountMinor, reason: reason.trim() }, approval);
    if (refused === null) {
      setReason('');
      approving.reset();
      setStep({ name: 'done', amountMinor });
      return;
    }
    const isAbout = approving.note(refused.failure);
    setFailure(refused.failure);
    waitFor(refused.waitSeconds);
    setRefused(isAbout);
    setStep(isAbout ? { name: 'confirm', amountMinor } : { name: 'closed' });
  };
  const go = (next: Step) => {
    if (next.name === 'amount') approving.reset();
    if (isRefused) setFailure(null);
    setRefused(false);
    setStep(next);
  };
  // An amount whose refund may already be under way cannot be changed, only sent again.
  const isStuck = attempt !== null && step.name !== 'sending';
  const asked: Step = isStuck ? { name: 'confirm', amountMinor: attempt.amountMinor } : step;
  // Once the payment shows the refund, the missing answer is not mentioned any more.
  const isOpen = failure !== null && (attempt !== null || !isUnknownAfter(failure));
  return {
    attempt,
    asked,
    approving,
    failed: { failure: isOpen ? failure : null, waitSeconds },
    isRefused,
    reason: attempt?.reason ?? reason,
    setReason,
    go,
    send: (minor: number) => void send(minor),
  };
}
